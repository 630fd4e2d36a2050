using System.Text.Json;

namespace AiNewsBot.Tests.Cli;

public sealed class CheckVerbTests
{
    [Fact]
    public async Task Check_judges_each_claim_with_why_and_a_source()
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["check", "GPT-4 is closed, but Grok-1 is under MIT"]);

        Assert.Equal(0, code);
        Assert.Contains("✅ GPT-4 is closed: that is so.", text);
        Assert.Contains("❌ Grok-1 is under MIT License: that is not so.", text);
        Assert.Contains("https://", text);
    }

    [Fact]
    public async Task Check_says_that_it_found_no_claim_and_what_it_knows_of_the_models()
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["check", "I tried GPT-4 today"]);

        Assert.Equal(0, code);
        Assert.StartsWith("I found no claim I can check", text);
        Assert.Contains("GPT-4 is closed", text);
    }

    [Fact]
    public async Task Json_names_subject_aspect_speaker_verdict_and_facts_of_each_claim()
    {
        using var terminal = new Terminal();

        var (_, text, _) = await terminal.RunAsync(["check", "--json", "Meta says Llama 4 is open source"]);

        using var json = JsonDocument.Parse(text);
        var claim = Assert.Single(json.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal("llama-4", claim.GetProperty("subjects")[0].GetProperty("id").GetString());
        Assert.Equal("openness", claim.GetProperty("aspect").GetString());
        Assert.Equal("Meta", claim.GetProperty("speaker").GetString());
        Assert.Equal("false", claim.GetProperty("verdict").GetString());
        Assert.NotEmpty(claim.GetProperty("facts").EnumerateArray());
    }

    [Fact]
    public async Task Batch_reads_texts_and_json_strings_and_prints_an_object_for_each()
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(
            ["check", "--batch"],
            "\uFEFFGPT-4 is closed\n\"> GPT-4 is closed\\nno\"\n\n\"GPT-4\n"
        );

        Assert.Equal(0, code);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["GPT-4 is closed", "> GPT-4 is closed\nno", "", "\"GPT-4"], lines.Select(MessageOf));
    }

    [Theory]
    [InlineData("check", "What is the message?")]
    [InlineData("check --batch GPT-4", "on standard input")]
    public async Task Check_without_a_message_or_with_too_many_says_how_it_is_used(string arguments, string says)
    {
        using var terminal = new Terminal();

        var (code, _, error) = await terminal.RunAsync(arguments.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(says, error);
    }

    private static string MessageOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("message").GetString()!;
    }
}
