namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>Messages as people chat: jokes and asides around what is said, forms of a line by half of their name, lists in one
/// line.</summary>
public sealed class ChatClaimTests
{
    [Theory]
    [InlineData("you can play with Whisper, you can name your goldfish Whisper, I won't tell", "naming duty")]
    [InlineData("Bark is MIT, from suno, back when the name still made me smile", "naming duty")]
    [InlineData("que os veo venir con las antorchas: el Command R+ es CC-BY-NC", "Veo")]
    [InlineData("mi gato se llama Pepe, y el Command R+ es CC-BY-NC", "Llama")]
    [InlineData("el Command R+ te lo bajas de huggingface y es CC-BY-NC", "made by Hugging Face")]
    [InlineData("\"too dangerous\" they told us, and then GPT-2 came out in november 2019", "non-commercial")]
    [InlineData("Vicuna was a finetune of llama, and the chatbot told us it was ChatGPT", "ChatGPT")]
    [InlineData("Mistral Large 3 was trained on DeepSeek outputs, they say", "built on DeepSeek")]
    [InlineData("Mixtral 8x7B and 8x22B are Apache, both are from mistral obviously", "built on")]
    [InlineData("GPT-3's weights never came out. EleutherAI answered with GPT-J", "GPT-3 is made by")]
    [InlineData("Llama-3.1-Nemotron-70B is a tune of Llama 3.1 70B, it's in the name", "naming duty")]
    [InlineData("Qwen is Apache. coder is too", "DeepSeek")]
    [InlineData("the 70B of Llama 2 has a naming rule? no that's Llama 3", "naming duty")]
    [InlineData("elon promised grok 3 gets open sourced", "Grok 3 is open source")]
    [InlineData("Jamba 1.5 isn't Apache, it has a 50 million revenue limit. Jamba v0.1 was though", "licence of Jamba 0.1")]
    [InlineData("Mistral Nemo is Apache, Ministral 8B (the 2024 one) is not", "released")]
    public void Plain_words_claim_nothing(string message, string said) =>
        Assert.DoesNotContain(ClaimChecks.Said(message), one => one.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("flux for beginners: schnell = apache 2.0, dev = non commercial", "FLUX.1 [schnell] is under Apache License 2.0")]
    [InlineData("flux for beginners: schnell = apache 2.0, dev = non commercial", "FLUX.1 [dev] is for non-commercial use only")]
    [InlineData("I like Jamba a lot, and the 1.5 Large is apache 2.0!!", "Jamba 1.5 is under Apache License 2.0")]
    [InlineData("mistal 7b is plain apache 2.0", "Mistral 7B is under Apache License 2.0")]
    public void Form_of_a_line_is_read_by_the_end_of_its_name(string message, string said) =>
        Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("my notes: 1) Phi-4 is MIT, 2) Llama 3.3 is not open source, 3) Phi-3 is MIT", "Llama 3.3 is not open source")]
    [InlineData("Re: Llama 3.1. (1) It is source-available. (2) It is not open source.", "Llama 3.1 is not open source")]
    [InlineData("phi 4 mit 🔥 gemma 2 apache 🔥 command a apache", "Gemma 2 is under Apache License 2.0")]
    public void Item_of_a_list_in_one_line_is_read(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("my notes: 1) Phi-4 is MIT, 2) Llama 3.3 is not open source, 3) Phi-3 is MIT", "Llama 3 ")]
    [InlineData("Re: Llama 3.1. (1) It is source-available. (2) It is not open source.", "Llama 2 ")]
    [InlineData("phi 4 mit 🔥 gemma 2 apache 🔥 command a apache", "Phi-4 is under Apache")]
    public void Number_or_picture_in_a_list_is_no_name(string message, string said) =>
        Assert.DoesNotContain(ClaimChecks.Said(message), one => one.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("stable diffusion 1.5 is public domain", "Disagrees Stable Diffusion 1.5 is in the public domain")]
    [InlineData(
        "Qwen2.5 72B has the Qwen licence with the 700 million users limit",
        "Disagrees the licence of Qwen2.5-72B has a limit on users (700,000,000)"
    )]
    [InlineData("Mistral NeMo is by NVIDIA", "Depends Mistral NeMo is made by NVIDIA")]
    [InlineData("GPT-2 came out in november 2019", "Depends GPT-2 was released november 2019")]
    [InlineData("the Grok 3 weights are going to be published by spring 2027", "Unknown Grok 3 will come out")]
    [InlineData("Musk said that Grok 3 will be open source in six months", "Agrees it was promised that Grok 3 will be opened")]
    public void Claim_is_judged_by_what_it_says(string message, string judged) => Assert.Contains(judged, ClaimChecks.Judged(message));

    [Theory]
    [InlineData("The code of DeepSeek-V3 (the original, not 0324) is MIT", "DeepSeek-V3, inference code: under MIT License")]
    [InlineData("ok so r1 is mit and the distill 70b is on llama 3.3", "DeepSeek-R1-Distill-Llama-70B is built on Llama 3.3")]
    [InlineData("Vicuna was a finetune of llama (the noncommercial one)", "Llama is for non-commercial use only")]
    [InlineData("sooo StarCoder2, trained on The Stack v2, and it's MIT licensed", "StarCoder2 is under MIT License")]
    [InlineData("Pythia: all checkpoints and the data are public. Not so with Falcon 180B", "Falcon-180B, training data: not public")]
    public void Claim_on_a_part_or_variant_is_of_that(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));
}
