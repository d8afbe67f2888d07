namespace Motif.Discovery.Mining;

/// <summary>What a trait must have to be a finding.</summary>
internal sealed record MiningRules(int NeededChannels, double MostOfOneChannel)
{
    public const int NeededSupport = 30;
    public const double NeededUnits = 8;

    /// <summary>Times a channel's usual from which on an item is a hit, where nobody says otherwise.</summary>
    public const double UsualHit = 2;
    public const double FalseDiscoveries = 0.05;

    /// <summary>Traits whose effect turns with the channel: looked for with less patience.</summary>
    public const double FalseDifferences = 0.01;
    public const int NeededLaterSupport = 10;
    public const double NeededLaterUnits = 3;
    private const int UsualChannels = 15;
    private const int ChannelsOfSmall = 5;
    private const int SmallCatalogue = 30;
    private const double UsualShare = 0.3;

    public static MiningRules For(int channels) =>
        new(
            channels >= SmallCatalogue ? UsualChannels : Math.Min(ChannelsOfSmall, channels),
            // Three channels cannot each have less than a third.
            channels >= ChannelsOfSmall
                ? UsualShare
                : 1
        );

    /// <summary>Why an effect is one channel's and not the corpus'; empty when it is not.</summary>
    public IEnumerable<string> ChannelReasons(EffectEstimate effect)
    {
        if (effect.Sums.Channels < NeededChannels)
            yield return FormattableString.Invariant(
                $"stands in {effect.Sums.Channels} channels; {NeededChannels} are needed"
            );
        if (effect.EffectiveUnits < NeededUnits)
            yield return FormattableString.Invariant(
                $"is worth {effect.EffectiveUnits:0.0} channels by weight; {NeededUnits} are needed"
            );
        if (effect.Sums.LargestShare > MostOfOneChannel)
            yield return FormattableString.Invariant(
                $"single-channel: one has {effect.Sums.LargestShare:P0} of the weight; at most {MostOfOneChannel:P0} may be one's"
            );
    }

    public bool IsBroad(EffectEstimate effect) => !ChannelReasons(effect).Any();
}
