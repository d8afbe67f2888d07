using System.Globalization;
using System.Text;

namespace Motif.Bench;

/// <summary>
/// Requests to the starter practices that say what they do not want ("retry without a queue"), written and judged
/// (<c>bench/requests/negations-*</c>) before a ranking of them was seen: the rule was chosen on one file and is shown on the other.
/// Options: --no-model, --smoke, --verbose, --report FILE.
/// </summary>
internal static class NegatedRequests
{
    private const string WithoutModel = "off";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var report = new StringBuilder();
        report
            .AppendLine(
                "| vectors | requests | number | first | top 3 | nDCG@10 | says no to something | that first | that in top 3 |"
            )
            .AppendLine("|---|---|---:|---:|---:|---:|---:|---:|---:|");
        var lexiconAlone = arguments.Contains("--smoke") || arguments.Contains("--no-model");
        foreach (
            var setting in lexiconAlone ? [WithoutModel] : new string?[] { WithoutModel, null }
        )
        {
            await using var catalogue = await AskedCatalogue.OpenAsync(setting);
            foreach (var file in (string[])["chosen", "held-out"])
                await AskAsync(catalogue, setting is null, file, arguments, report);
        }
        Console.Write(report);
        if (Array.IndexOf(arguments, "--report") is >= 0 and var at)
            await File.WriteAllTextAsync(arguments[at + 1], Heading + report);
        return 0;
    }

    private const string Heading = """
        # Matching: requests that say no

        `dotnet run -c Release --project bench/Motif.Bench -- negations --report bench/results/negations.md`

        Requests to the starter practices, written and judged (`bench/requests/negations-*`) before a ranking of them was seen. The rule of decision 59 was chosen on "chosen"; "held out" was asked once it stood. "first" and "top 3": requests for which a practice that answers them stands so high. "says no to something": requests that rule a practice out by its name or tag; the others negate what no practice is called by ("without downtime"). "that first", "that in top 3": a practice that was ruled out stands so high.


        """;

    private static async Task AskAsync(
        AskedCatalogue catalogue,
        bool isModel,
        string file,
        string[] arguments,
        StringBuilder report
    )
    {
        var answers = new List<AskedRequest>();
        foreach (var request in WrittenRequest.Read($"negations-{file}"))
            answers.Add(await catalogue.AskAsync(request));
        if (arguments.Contains("--verbose"))
            answers.ForEach(answer => Console.WriteLine(answer));
        report.AppendLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {(isModel ? "model" : "lexicon")} | {file} | {answers.Count} | {answers.Count(a => a.Place == 1)} | {answers.Count(a => a.Place <= 3)} | {answers.Average(a => a.Ndcg):0.000} | {answers.Count(a => a.Request.RuledOut.Count > 0)} | {answers.Count(a => RuledOutWithin(a, 1))} | {answers.Count(a => RuledOutWithin(a, 3))} |"
            )
        );
    }

    private static bool RuledOutWithin(AskedRequest answer, int places) =>
        answer.Keys.Take(places).Any(answer.Request.RuledOut.Contains);
}
