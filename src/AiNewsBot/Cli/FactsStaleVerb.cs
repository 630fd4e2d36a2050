using System.CommandLine;
using System.Globalization;
using AiNewsBot.Curation.Unanswered;
using AiNewsBot.Facts.Auditing;
using AiNewsBot.Facts.Language;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;

namespace AiNewsBot.Cli;

/// <summary>facts stale: what was not checked for long, what people ask about first.</summary>
internal static class FactsStaleVerb
{
    private const int DefaultCount = 40;

    public static Command Create(CliContext context)
    {
        var age = new Option<int?>("--older-than") { Description = "Name facts whose last check is so many days old" };
        var count = new Option<int>("--count") { Description = "How many subjects to name", DefaultValueFactory = _ => DefaultCount };
        var verb = new Command(
            "stale",
            "Name the subjects whose facts were not checked for long: first those that questions in the database ask for, then those that "
                + "are asked for most in public"
        )
        {
            age,
            count,
        };
        verb.SetAction(
            async (parsed, _) =>
            {
                Languages.Prepare();
                var days = parsed.GetValue(age) ?? context.Facts.StaleAfterDays;
                if (days < 0 || parsed.GetValue(count) < 1)
                    throw new UsageException("--older-than is a number of days from 0, and --count a number from 1.");
                var answerer = await context.LoadAnswererAsync();
                using var database = context.OpenDatabase();
                var stale = StaleSubject.Find(answerer, await QuestionsAsync(database), context.Today, days);
                foreach (var subject in stale.Take(parsed.GetValue(count)))
                    context.Out.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{subject.Subject.Id, -32} {subject.Facts, 3} facts, oldest check {subject.OldestCheck:yyyy-MM-dd}"
                                + $"{(subject.Asked > 0 ? $", asked for {subject.Asked} times here" : "")}"
                                + $"{(subject.Place is { } place ? $", no. {place + 1} of the most asked" : "")}"
                        )
                    );
                context.Out.WriteLine($"{stale.Length} subjects have facts that were not checked for {days} days.");
                return ExitCode.Done;
            }
        );
        return verb;
    }

    // What got no answer is counted, and no more: an answer leaves no trace of who asked for what.
    private static async Task<(string Question, int Asked)[]> QuestionsAsync(IDatabase database) =>
        database.Exists ? [.. (await UnansweredQuestionQueue.ReadAllAsync(database)).Select(row => (row.Question, (int)row.Asked))] : [];
}
