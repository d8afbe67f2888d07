using System.Globalization;
using Motif.Text;

namespace Motif.Matching.Ranking;

// The index in a file, for a quick start.
public sealed partial class MatchIndex
{
    /// <summary>Of what is written and of how words are weighed; counted up with either.</summary>
    private const int SnapshotVersion = 3;

    /// <summary>Names what a snapshot is good for.</summary>
    internal string SnapshotKey =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SnapshotVersion} {TextAnalyzer.Version} {_shipped.Name} {_shipped.Digest()} {_options.Fields}"
        );

    /// <summary>
    /// Writes all documents with what was learned from them. Readers and writers go on meanwhile: held up is only who comes
    /// while the places of everything are noted.
    /// </summary>
    /// <returns>False where the index was rearranged meanwhile; what was written is of no use then.</returns>
    internal bool Write(BinaryWriter writer)
    {
        var (parts, sweeps) = Read(() => (CaptureLocked(), _sweeps));
        foreach (var part in parts)
            part(writer);
        return Read(() => _sweeps == sweeps);
    }

    /// <summary>Takes over what was written in place of what it has; where that cannot be read, it stays as it is.</summary>
    /// <exception cref="InvalidDataException">It is not what this version writes.</exception>
    internal void Restore(BinaryReader reader)
    {
        using var written = new MatchIndex(_analyzer, _shipped, _options);
        written.Fill(reader);
        Write(() => AdoptLocked(written));
    }

    private void Fill(BinaryReader reader)
    {
        _text.Restore(reader);
        _names.Restore(reader);
        _facets.Restore(reader);
        _spelling.Restore(reader);
        foreach (var id in reader.ReadTexts())
        {
            _slots.Add(id, _ids.Count);
            _live.Add(_ids.Count);
            _sample.Add(id);
            _ids.Add(id);
        }
        RestorePriors(reader.ReadArray<double>());
        foreach (var joined in reader.ReadTexts())
            _compounds.Add(joined, []);
        foreach (var joined in _compounds.Keys.ToArray())
            _compounds[joined] = reader.ReadTexts();
        if (_text.SlotCount != _ids.Count || _priors.Count != _ids.Count)
            throw new InvalidDataException("its parts are of different lengths");
        _characters.Restore(reader, _ids.Count);
        _model = FittedModel.Restore(reader, _text);
    }

    private void AdoptLocked(MatchIndex other)
    {
        (_text, _bm25, _words) = (other._text, other._bm25, other._words);
        (_names, _facets, _sample) = (other._names, other._facets, other._sample);
        (_spelling, _compounds) = (other._spelling, other._compounds);
        (_slots, _ids, _live) = (other._slots, other._ids, other._live);
        (_priors, _priorValues) = (other._priors, other._priorValues);
        (_characters, _model) = (other._characters, other._model);
        _sweeps++;
    }

    private Action<BinaryWriter>[] CaptureLocked()
    {
        var slots = _live.ToArray();
        var newSlots = new int[_text.SlotCount];
        Array.Fill(newSlots, -1);
        for (var i = 0; i < slots.Length; i++)
            newSlots[slots[i]] = i;
        var ids = Array.ConvertAll(slots, slot => _ids[slot]);
        var priors = Array.ConvertAll(slots, slot => _priors[slot]);
        var compounds = _compounds.ToArray();
        return
        [
            _text.Capture(slots),
            _names.Capture(slots),
            _facets.Capture(slots, newSlots),
            _spelling.Capture(),
            writer => writer.WriteTexts(ids),
            writer => writer.WriteArray<double>([.. priors.SelectMany(Parts)]),
            writer =>
            {
                writer.WriteTexts([.. compounds.Select(pair => pair.Key)]);
                foreach (var (_, parts) in compounds)
                    writer.WriteTexts([.. parts]);
            },
            _characters.Capture(slots),
            _model.Capture(slots),
        ];
    }

    private static double[] Parts(PriorParts prior) =>
        [
            prior.SuccessPosterior ?? double.NaN,
            prior.Quality ?? double.NaN,
            prior.Freshness ?? double.NaN,
            prior.Trust,
        ];

    private void RestorePriors(double[] parts)
    {
        for (var i = 0; i + 3 < parts.Length; i += 4)
        {
            var prior = new PriorParts(Known(parts[i]), Known(parts[i + 1]), Known(parts[i + 2]))
            {
                Trust = parts[i + 3],
            };
            _priors.Add(prior);
            _priorValues.Add((float)prior.Value);
        }

        static double? Known(double part) => double.IsNaN(part) ? null : part;
    }
}
