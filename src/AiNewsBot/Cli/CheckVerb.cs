using System.CommandLine;
using System.Text.Json;
using AiNewsBot.Answering;
using AiNewsBot.Claims;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>check: what a message says of models, judged in the terminal as "Check openness claims" does in Discord.</summary>
internal static class CheckVerb
{
    public static Command Create(CliContext context)
    {
        var message = new Argument<string[]>("message")
        {
            Description = "The message: \"Llama 3 is open source\". The quotes keep the shell from reading signs in it",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines" };
        var batch = new Option<bool>("--batch")
        {
            Description = "Read one message per line from standard input, as text or as a JSON string, and print one JSON object per line",
        };
        var verb = new Command("check", "Check what a message claims, such as: check \"Llama 3 is open source\"") { message, json, batch };
        verb.SetAction(
            async (parsed, _) =>
            {
                Languages.Prepare();
                var text = parsed.GetValue(message) is { Length: > 0 } words ? string.Join(' ', words) : null;
                if (text is null != parsed.GetValue(batch))
                    throw new UsageException(
                        text is null
                            ? "What is the message? For example: check \"Llama 3 is open source\""
                            : "With --batch the messages come on standard input, one per line."
                    );
                var answerer = await context.LoadAnswererAsync();
                if (text is null)
                {
                    foreach (var line in context.ReadLines())
                        context.Out.WriteLine(ToJson(answerer, MessageOf(line), context.Today));
                    context.Out.Flush();
                }
                else if (parsed.GetValue(json))
                    context.Out.WriteLine(ToJson(answerer, text, context.Today));
                else
                    Write(context.Out, CheckedMessage.Create(answerer, text, context.Today));
                return ExitCode.Done;
            }
        );
        return verb;
    }

    // A message of several lines fits on one as a JSON string.
    private static string MessageOf(string line)
    {
        if (line is not ['"', .., '"'])
            return line;
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetString()!;
        }
        catch (JsonException)
        {
            return line;
        }
    }

    private static void Write(TextWriter writer, CheckedMessage message)
    {
        if (message.Claims.IsEmpty)
            writer.WriteLine(Languages.Wording["claim_none"]);
        foreach (var known in message.Known)
            writer.WriteLine($"  {known.Lead}");
        foreach (var claim in message.Claims)
        {
            var speaker = claim.Claim.Speaker is { } who ? $"{who}: " : "";
            writer.WriteLine($"{JudgementText.Symbol(claim.Judgement)} {speaker}{claim.Said}: {JudgementText.Sentence(claim.Judgement)}");
            writer.WriteLine($"   {claim.Reason}");
            if (Citation.For(claim.Facts) is [{ } first, ..])
                writer.WriteLine($"   {first.Label} {first.Source.Url}");
        }
    }

    private static string ToJson(Answerer answerer, string message, DateOnly today) =>
        JsonLine.Create(json => AnswerJson.Write(json, message, CheckedMessage.Create(answerer, message, today).Claims));
}
