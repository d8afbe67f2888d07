using System.Globalization;
using Motif.Backends.Tests.Conformance;
using Motif.Backends.Tests.Discovery;
using Motif.Backends.Tests.Vectors;

namespace Motif.Backends.Tests;

/// <summary>This assembly as a program of its own: a writer, or a worker, that its test kills.</summary>
internal static class CrashingWriter
{
    public const string Verb = "write-until-killed";

    private static async Task<int> Main(string[] args)
    {
        if (args is [KilledWorker.Verb, var database, var endpoint, var qdrant])
        {
            await KilledWorker.RunAsync(database, endpoint, qdrant);
            return 0;
        }
        if (args is [WorkingServer.Verb, var shared, var part, var silence, var off])
        {
            await WorkingServer.RunAsync(
                shared,
                part,
                TimeSpan.FromSeconds(double.Parse(silence, CultureInfo.InvariantCulture)),
                double.Parse(off, CultureInfo.InvariantCulture)
            );
            return 0;
        }
        if (args is [ContentCrashConformance.Verb, var content, var number])
        {
            await ContentCrashConformance.RunAsync(
                content,
                int.Parse(number, CultureInfo.InvariantCulture)
            );
            return 0;
        }
        if (args is [ContentCultureConformance.Verb, var place, var persona])
        {
            var answer = await ContentCultureConformance.AnswerAsync(place, persona);
            Console.WriteLine(answer.ToJsonString());
            return 0;
        }
        if (args is [DecisionCrashConformance.Verb, var decisions, .. var what])
        {
            await DecisionCrashConformance.RunAsync(decisions, what);
            return 0;
        }
        if (args is not [Verb, var setting, var first])
            return 2;
        await CrashConformance.WriteAsync(setting, int.Parse(first, CultureInfo.InvariantCulture));
        return 0;
    }
}
