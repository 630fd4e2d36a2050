namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>A line of models and its releases in one message: each claim is of the one that is meant.</summary>
public sealed class LineClaimTests
{
    [Theory]
    [InlineData("DeepSeek isn't open source. Or did I get R1 wrong?", "DeepSeek-R1 is not open source")]
    [InlineData(
        "I keep telling people Whisper is not open source. Am I right about Whisper large-v3?",
        "Whisper large-v3 is not open source"
    )]
    public void Line_means_its_only_release_that_is_named(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("Qwen is Apache. Qwen2.5-3B is not Apache", "Qwen2.5-3B is under Apache License 2.0")]
    [InlineData("meta: \"Llama is open source\". llama 4 has a 700m MAU cap", "the licence of Llama has a limit on users")]
    [InlineData("LLaMA 1 was research only, Llama 2 got the 700M users clause", "the licence of LLaMA 1 has a limit on users")]
    [InlineData("the llama ones still carry the llama license", "Llama is under Llama")]
    [InlineData("R1 distills: the 999b is qwen 2.5 based", "DeepSeek-R1 is built on Qwen2.5")]
    [InlineData("Qwen2 72B isn't apache like the rest of Qwen2", "Qwen2 is under Apache License 2.0")]
    [InlineData("Kimi K2 needs no attribution, even if you are Google, no strings", "Google comes without restrictions")]
    [InlineData(
        "Wan 2.1 and Wan 2.2 are apache, the HunyuanVideo license leaves out the EU",
        "the licence of Wan 2.1 has a territorial limit"
    )]
    public void Nothing_is_said_of_another_of_the_line(string message, string said) =>
        Assert.DoesNotContain(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("tried r1 again yesterday, it is MIT", "DeepSeek-R1 is under MIT License")]
    [InlineData("R1 itself is MIT", "DeepSeek-R1 is under MIT License")]
    [InlineData("- Pixtral 12B: apache\n- Ministral 8B 2410: apache", "Ministral 8B is under Apache License 2.0")]
    [InlineData("Codestral 2405 is apache", "Codestral 22B is under Apache License 2.0")]
    public void Name_that_is_cut_short_or_dated_is_read(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));
}
