using System.CommandLine;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Hosting;
using Spectre.Console;

namespace AiNewsBot.Cli;

/// <summary>ask: a question answered in the terminal. Needs no token and no network.</summary>
internal static class AskVerb
{
    private const string BatchDescription = "Read one question per line from standard input, and print one JSON object per line";
    private const string ExitCodeDescription = "End with 4 where the facts do not answer the question, or one of a batch";

    public static Command Create(CliContext context)
    {
        var question = new Argument<string[]>("question")
        {
            Description = "The question: \"Is Grok open source?\" The quotes keep the shell from reading signs in it",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the card" };
        var batch = new Option<bool>("--batch") { Description = BatchDescription };
        var explain = new Option<bool>("--explain") { Description = "Print how the question was read before the answer" };
        var exitCode = new Option<bool>("--exit-code") { Description = ExitCodeDescription };
        var asOf = new Option<string?>("--as-of") { Description = "Answer as of a date: 2024, 2024-03 or 2024-03-17", HelpName = "date" };
        var verb = new Command("ask", "Answer a question, such as: ask \"Is Grok open source?\"")
        {
            question,
            json,
            batch,
            explain,
            asOf,
            exitCode,
        };
        verb.SetAction(
            async (parsed, _) =>
            {
                // Facts and languages are read side by side: a question in a terminal waits for both.
                Languages.Prepare();
                var day = AsOf(context, parsed.GetValue(asOf));
                var text = parsed.GetValue(question) is { Length: > 0 } words ? string.Join(' ', words) : null;
                if (parsed.GetValue(batch))
                {
                    if (text is not null)
                        throw new UsageException("With --batch the questions come on standard input, one per line.");
                    return CodeOf(await BatchAsync(context, day), parsed.GetValue(exitCode));
                }

                if (text is null)
                    throw new UsageException("What is the question? For example: ask \"Is Grok open source?\"");
                var answerer = await context.LoadAnswererAsync();
                if (parsed.GetValue(explain))
                {
                    foreach (var line in QuestionExplanation.Lines(answerer.Read(text, context.Today), answerer.Facts, context.Today))
                        context.Out.WriteLine(line);
                }

                var answer = answerer.Ask(text, context.Today, day);
                if (parsed.GetValue(json))
                    context.Out.WriteLine(ToJson(answer));
                else if (ReferenceEquals(context.Out, Console.Out) && !Console.IsOutputRedirected)
                    TerminalAnswerWriter.Write(AnsiConsole.Console, answer);
                else
                    TerminalAnswerWriter.WritePlain(context.Out, answer);
                return CodeOf(answer.Status == AnswerStatus.Answered, parsed.GetValue(exitCode));
            }
        );
        return verb;
    }

    // Whether all were answered.
    private static async Task<bool> BatchAsync(CliContext context, DateOnly? asOf)
    {
        var answerer = await context.LoadAnswererAsync();
        var areAnswered = true;
        foreach (var line in context.ReadLines())
        {
            var answer = answerer.Ask(line, context.Today, asOf);
            areAnswered &= answer.Status == AnswerStatus.Answered;
            context.Out.WriteLine(ToJson(answer));
        }

        context.Out.Flush();
        return areAnswered;
    }

    private static int CodeOf(bool isAnswered, bool isAskedFor) => isAnswered || !isAskedFor ? ExitCode.Done : ExitCode.Unanswered;

    private static string ToJson(Answer answer) => JsonLine.Create(json => AnswerJson.Write(json, answer));

    // A month or a year means its last day; one that is not over means today.
    private static DateOnly? AsOf(CliContext context, string? text)
    {
        if (text is null)
            return null;
        if (!FactDate.TryParse(text, out var date))
            throw new UsageException($"'{text}' is no date: write 2024, 2024-03 or 2024-03-17.");
        if (date.Earliest > context.Today)
            throw new UsageException($"{text} is in the future: facts are known up to today only.");
        return date.Latest < context.Today ? date.Latest : context.Today;
    }
}
