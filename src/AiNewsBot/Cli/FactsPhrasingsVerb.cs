using System.CommandLine;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>facts phrasings: what curators taught for all servers, as rows for the next training.</summary>
internal static class FactsPhrasingsVerb
{
    public static Command Create(CliContext context, Func<Task<IReadOnlyList<Subject>>> readSubjects)
    {
        var verb = new Command("phrasings", "Print the questions that curators taught for all servers, as rows for the next training");
        verb.SetAction(
            async (_, _) =>
            {
                foreach (var row in TaughtPhrasings.ToRows(FactBase.Create(await readSubjects())))
                    context.Out.WriteLine(row);
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
