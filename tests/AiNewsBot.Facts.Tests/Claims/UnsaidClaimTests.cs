namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>What is taken back, meant as a joke or foretold is no claim, nor is what only sounds like one.</summary>
public sealed class UnsaidClaimTests
{
    [Theory]
    [InlineData("Qwen3 comes with its full training data!! just kidding", "Qwen3, training data: public")]
    [InlineData("claude weights right there on huggingface for everyone... oh wait", "Claude, weights: public")]
    [InlineData("GPT-4 is open source lol jk", "GPT-4 is open source")]
    [InlineData("Grok 3 is Apache. haha jk. Grok-1 is though", "Grok 3 is under Apache License 2.0")]
    public void What_is_taken_back_is_not_claimed(string message, string said) => Assert.DoesNotContain(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("calling it now: google opens the Gemini 1.5 Pro weights before 2030")]
    [InlineData("i bet they release the Mistral Medium 3 weights")]
    [InlineData("a friend at xai says the grok 3 weights come march 2027 for sure")]
    [InlineData("heard from someone in paris that mistral drops the Mistral Medium 3 weights sometime next year")]
    [InlineData("01.ai is opening the Yi-Lightning weights soon")]
    public void What_is_foretold_is_no_fact(string message) =>
        Assert.DoesNotContain(ClaimChecks.Said(message), said => said.Contains("weights", StringComparison.Ordinal));

    [Theory]
    [InlineData("TII switched Falcon 40B to apache in 2023 after the outcry")]
    [InlineData("qwen2.5-3b is apache, shipped it in our app yesterday")]
    [InlineData("in 2023 i moved from MPT-7B-Chat to Dolly 2.0")]
    public void Day_on_which_something_else_happened_is_no_release(string message) =>
        Assert.DoesNotContain(ClaimChecks.Said(message), said => said.Contains("was released", StringComparison.Ordinal));

    [Theory]
    [InlineData("Mistral Nemo was made with NVIDIA")]
    [InlineData("Mistral Nemo: apache, fait avec NVIDIA")]
    [InlineData("Mistral Nemo, hecho con NVIDIA, es Apache 2.0")]
    public void Who_helped_is_not_who_made_it(string message) =>
        Assert.DoesNotContain(ClaimChecks.Said(message), said => said.Contains("made by NVIDIA", StringComparison.Ordinal));

    [Theory]
    [InlineData("Kimi K2 é MIT modificado")]
    [InlineData("Kimi K2 est sous licence MIT modifiée")]
    [InlineData("Kimi K2 is on a modified MIT")]
    public void Changed_licence_is_not_the_licence(string message) =>
        Assert.DoesNotContain("Kimi K2 is under MIT License", ClaimChecks.Said(message));

    [Theory]
    [InlineData("llama 3.1 has a 700M MAU clause and zero commercial use", "Llama 3.1 may be used commercially")]
    [InlineData("command r+: zero commercial use", "Command R+ may be used commercially")]
    public void Zero_denies(string message, string said) => Assert.DoesNotContain(said, ClaimChecks.Said(message));

    [Fact]
    public void Statement_before_a_question_is_claimed() =>
        Assert.Contains(
            "Llama 3.1 8B is open source",
            ClaimChecks.Said("guys Llama 3.1 8B is quite simply open source, why do we have this fight every week")
        );
}
