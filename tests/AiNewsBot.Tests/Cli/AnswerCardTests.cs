using AiNewsBot.Cli;
using AiNewsBot.Facts.Answers;
using Spectre.Console;

namespace AiNewsBot.Tests.Cli;

/// <summary>Answers as a terminal shows them: the sentence first, then a table whose symbols differ in shape as in colour.</summary>
public sealed class AnswerCardTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Answerer Answerer = ShippedFacts.WithReleases(
        "grok-1",
        "grok-2",
        "grok-4.3",
        "llama-2",
        "llama-3",
        "mistral-7b",
        "mistral-large-2402",
        "mistral-large-2",
        "olmo-2"
    );

    [Theory]
    [InlineData("is grok open source", "◑ It depends on the release: Grok is mixed.", "✘ Grok 4.3", "● Grok-1")]
    [InlineData("is llama 3 open source", "◐ Not open source", "• companies with more than 700 million", "restricts use:")]
    [InlineData(
        "can i use mistral commercially",
        "Commercial use of Mistral depends on the release:",
        "✘ Mistral Large 2",
        "✘ Mistral Large (2402)"
    )]
    [InlineData("compare grok-1 and olmo 2", "OLMo 2 is the more open.", "● Grok-1", "✔ OLMo 2")]
    [InlineData("timeline of llama", "What is known of Llama, by date:", "• 2023-07-18", "Llama 2 is announced, and its weights come out")]
    public void Terminal_answer_begins_with_its_sentence_and_rows_have_symbols(string question, string sentence, params string[] lines)
    {
        var card = Write(question, width: 120);

        Assert.Contains(sentence, card[1]);
        Assert.All(lines, line => Assert.Contains(card, shown => shown.Contains(line, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("is grok open source", 40)]
    [InlineData("compare grok-1 and olmo 2", 40)]
    [InlineData("timeline of llama", 60)]
    [InlineData("is llama 3 open source", 30)]
    public void Terminal_answer_keeps_to_the_width(string question, int width) =>
        Assert.All(Write(question, width), line => Assert.InRange(line.Length, 0, width));

    private static string[] Write(string question, int width)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        TerminalAnswerWriter.Write(console, Answerer.Ask(question, Today));
        return text.ToString().Split('\n');
    }
}
