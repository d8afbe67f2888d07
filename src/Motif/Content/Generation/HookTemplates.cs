namespace Motif.Content.Generation;

/// <summary>Templates to begin with, each of a family of its own; <c>{topic}</c> is what they are about.</summary>
internal static class HookTemplates
{
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        (
            "plain-question",
            "What is the one thing about {topic} that you wish you had known earlier?"
        ),
        ("counted-lessons", "5 lessons from a year of {topic}, in the order in which they hurt:"),
        ("before-after", "A year ago {topic} scared me. Last week it saved my day."),
        ("quiet-truth", "Here is something that people rarely say out loud about {topic}:"),
        ("small-step", "Start small: ten minutes of {topic} today beat a plan for tomorrow."),
        ("mistake-first", "My most expensive mistake with {topic} was also the most useful one."),
        ("checklist", "Before you begin with {topic}, check these three points:"),
        ("myth", "A myth about {topic} that refuses to die, and why it is wrong:"),
        ("trade-off", "Nobody can have everything in {topic}: pick two of speed, price and calm."),
        (
            "invitation",
            "Tell me how you do {topic}, and I will tell you what I would change first."
        ),
        ("numbers", "I measured {topic} for 30 days. These are the numbers:"),
        ("letter", "Dear beginner in {topic}, please ignore most of what you read this week."),
    ];
}
