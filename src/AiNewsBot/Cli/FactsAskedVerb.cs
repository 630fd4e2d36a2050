using System.CommandLine;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Auditing;
using AiNewsBot.Facts.Language;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>facts asked: whether each name that people ask for is answered, and what still rests on indexes of models.</summary>
internal static class FactsAskedVerb
{
    public static Command Create(CliContext context)
    {
        var file = new Argument<string?>("file")
        {
            Description = "Names, one per line; without it, those that are asked for most in public",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new Option<int?>("--max-on-indexes") { Description = "Fail where more names than this rest on indexes alone" };
        var verb = new Command("asked", "Ask for the licence and date of the names that people ask for most, and say what rests on indexes")
        {
            file,
            limit,
        };
        verb.SetAction(
            async (parsed, _) =>
            {
                Languages.Prepare();
                var path = parsed.GetValue(file);
                if (path is not null && !File.Exists(path))
                    throw new UsageException($"There is no file {path}.");
                string[] names = path is null
                    ? [.. AskedName.MostAsked]
                    : [.. File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
                var answerer = await context.LoadAnswererAsync();
                var (askedBack, unanswered, onIndexes) = (0, 0, 0);
                foreach (var name in names)
                {
                    var asked = AskedName.Create(answerer, name, context.Today);
                    askedBack += asked.Status == AnswerStatus.Ambiguous ? 1 : 0;
                    unanswered += asked.Status is AnswerStatus.Answered or AnswerStatus.Ambiguous ? 0 : 1;
                    onIndexes += asked.OnIndexes.IsEmpty ? 0 : 1;
                    context.Out.WriteLine(
                        $"{name, -32} {string.Join(", ", asked.Subjects.Select(subject => subject.Id)), -32} {Describe(asked)}".TrimEnd()
                    );
                }

                context.Out.WriteLine(
                    $"{names.Length} names: {askedBack} asked back, {unanswered} without an answer, "
                        + $"{onIndexes} rest on indexes for licence or date."
                );
                return parsed.GetValue(limit) is { } most && onIndexes > most ? ExitCode.Fault : ExitCode.Done;
            }
        );
        return verb;
    }

    private static string Describe(AskedName asked) =>
        asked.Status switch
        {
            AnswerStatus.Ambiguous => "asked back",
            not AnswerStatus.Answered => "no answer",
            _ when asked.OnIndexes.IsEmpty => "",
            _ => "on indexes: " + string.Join(", ", asked.OnIndexes.Select(fact => $"{fact.Subject} {fact.Property}").Distinct()),
        };
}
