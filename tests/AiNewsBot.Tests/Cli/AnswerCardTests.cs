using System.Text.RegularExpressions;
using AiNewsBot.Answering;
using AiNewsBot.Cli;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Verdicts;
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
    public void Terminal_answer_keeps_to_the_width_but_for_addresses(string question, int width) =>
        Assert.All(
            Write(question, width),
            line => Assert.True(line.Length <= width || line.StartsWith("    https://", StringComparison.Ordinal), line)
        );

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Each_address_is_whole_on_a_line_of_its_own_below_the_card(int width)
    {
        var lines = Write("is grok open source", width);

        var sources = Citation
            .From(Answerer.Ask("is grok open source", Today))
            .Take(6)
            .Select(citation => citation.Source.Address)
            .ToArray();
        Assert.Contains(sources, address => address.Length > 30);
        var card = Array.FindIndex(lines, line => line.StartsWith('╰'));
        Assert.Equal(
            sources,
            lines.Skip(card).Where(line => line.StartsWith("    https://", StringComparison.Ordinal)).Select(line => line.Trim())
        );
    }

    [Fact]
    public void Address_is_a_link_where_the_terminal_has_links()
    {
        var text = string.Join('\n', Write("is grok-1 open source", 60, hasLinks: true));

        var address = Citation.From(Answerer.Ask("is grok-1 open source", Today))[0].Source.Address;
        Assert.Matches($"\u001b\\]8;[^;]*;{Regex.Escape(address)}\u001b", text);
    }

    [Fact]
    public void Colours_can_be_read_on_black_and_on_white()
    {
        Color[] colours =
        [
            TerminalColors.Quiet,
            .. Enum.GetValues<VerdictKind>().Select(verdict => TerminalColors.For(verdict)).Where(colour => colour != Color.Default),
        ];

        Assert.Equal(7, colours.Distinct().Count());
        Assert.All(colours, colour => Assert.InRange(ContrastWith(colour, Color.White), 4, 21));
        Assert.All(colours, colour => Assert.InRange(ContrastWith(colour, Color.Black), 4, 21));
    }

    // As WCAG 2 computes it.
    private static double ContrastWith(Color one, Color other)
    {
        double[] light = [.. new[] { Luminance(one), Luminance(other) }.Order()];
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    private static double Luminance(Color colour) => 0.2126 * Linear(colour.R) + 0.7152 * Linear(colour.G) + 0.0722 * Linear(colour.B);

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string[] Write(string question, int width, bool hasLinks = false)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = hasLinks ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = hasLinks ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Capabilities.Links = hasLinks;
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        TerminalAnswerWriter.Write(console, Answerer.Ask(question, Today));
        return text.ToString().Split('\n');
    }
}
