using AiNewsBot.Facts.Text;
using static AiNewsBot.Facts.Tests.Linking.KnownNames;

namespace AiNewsBot.Facts.Tests.Linking;

/// <summary>Which names a text holds, and what the words around them make of them.</summary>
public sealed class EntityLinkerTests
{
    [Theory]
    [InlineData("is llama 3 open", "llama-3")]
    [InlineData("is Llama-3 open", "llama-3")]
    [InlineData("is llama3 open", "llama-3")]
    [InlineData("llama 3.1", "llama-3.1")]
    [InlineData("the llama", "llama")]
    [InlineData("the llamas", "llama")]
    [InlineData("facebook ai and xai", "meta xai")]
    [InlineData("metas models", "meta")]
    [InlineData("grok-1, grok-2 and llama", "grok-1 grok-2 llama")]
    [InlineData("command r+ or command r", "command-r-plus command-r")]
    [InlineData("command r plus", "command-r-plus")]
    [InlineData("qwen-vl", "qwen-vl-preview")]
    [InlineData("nothing here", "")]
    [InlineData("", "")]
    public void Names_are_found_however_they_are_joined(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("amazon titan 2", "titan-2")]
    [InlineData("titan", "titan")]
    [InlineData("mistral ai", "mistral-ai")]
    [InlineData("mistral", "mistral")]
    [InlineData("ollama", "ollama")]
    [InlineData("o llama é aberto", "llama")]
    [InlineData("im mai 2023", "")]
    [InlineData("is mai open", "mai")]
    [InlineData("is llama. 3 of them", "llama")]
    public void Longest_name_within_a_sentence_is_meant(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("apache 2.0", "Apache-2.0")]
    [InlineData("the apache license 2.0", "Apache-2.0")]
    [InlineData("apache licence 2.0", "Apache-2.0")]
    [InlineData("llama licence", "LicenseRef-Llama")]
    [InlineData("apache 2.0 xq", "Apache-2.0!xq")]
    [InlineData("apache 2.0 for llama 3", "Apache-2.0 llama-3")]
    public void Licences_are_named_with_either_spelling(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("llama 9", "llama!9")]
    [InlineData("llama9", "llama!9")]
    [InlineData("llama 3.5", "llama!3.5")]
    [InlineData("kimi k3", "kimi!k3")]
    [InlineData("mistral large 9", "mistral-large!9")]
    [InlineData("mistral mini", "mistral!mini")]
    [InlineData("llama 3 vision", "llama-3!vision")]
    [InlineData("command z", "command!z")]
    [InlineData("flux 2 pro", "flux!pro")]
    [InlineData("what licence is Mistral Quasimodo under", "mistral!Quasimodo")]
    [InlineData("what licence is mistral quasimodo under", "mistral")]
    [InlineData("What Licence Is Mistral Quasimodo Under", "mistral")]
    public void Word_behind_a_name_may_make_it_one_that_is_not_known(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("llama v3", "llama-3")]
    [InlineData("llama31", "~llama-3.1")]
    [InlineData("mistral small", "mistral-small")]
    [InlineData("flux dev", "flux.1-dev")]
    [InlineData("flux pro", "flux.1-pro")]
    [InlineData("llama 3 mini", "llama-3")]
    [InlineData("whisper small", "whisper-all")]
    [InlineData("llama coder", "llama")]
    [InlineData("llama fp8", "llama")]
    [InlineData("deepseek 3", "deepseek-v3")]
    public void Word_behind_a_name_may_tell_which_release_is_meant_or_nothing(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("llama 2024", "llama")]
    [InlineData("llama 3 2024", "llama-3")]
    [InlineData("grok-1 20.03.2024", "grok-1")]
    [InlineData("grok-1 12 march", "grok-1")]
    [InlineData("deepseek-r1 0528", "deepseek-r1")]
    [InlineData("grok-1 4 commercial use", "grok-1")]
    [InlineData("grok-1 4 users", "grok-1!4")]
    public void Dates_stamps_and_prepositions_are_no_versions(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("llama 3 70b", "llama-3")]
    [InlineData("llama 3 9b", "llama-3!9b")]
    [InlineData("llama 3.1 405b", "llama-3.1-405b")]
    [InlineData("llama 13b", "llama-2")]
    [InlineData("llama 70b", "llama")]
    [InlineData("llama 999b", "llama!999b")]
    [InlineData("grok-1 7b", "grok-1")]
    [InlineData("grok 7b", "grok")]
    [InlineData("mistral 7b", "mistral-7b")]
    [InlineData("baichuan 7b", "baichuan!7b")]
    [InlineData("cogvideox 2b", "cogvideox-2b")]
    public void Size_tells_which_release_is_meant_or_that_none_is(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("llama 2 or 3", "llama-2 llama-3")]
    [InlineData("llama 3 vs 3.1", "llama-3 llama-3.1")]
    [InlineData("deepseek v2 vs v3", "deepseek-v2 deepseek-v3")]
    [InlineData("grok-1 and 2 and 3", "grok-1 grok-2 grok-3")]
    [InlineData("grok-1 and 2024", "grok-1")]
    [InlineData("grok-1 and 9", "grok-1")]
    [InlineData("grok and 2", "grok")]
    [InlineData("qwen2.5-coder 3b vs 7b", "qwen2.5-coder-3b qwen2.5-coder")]
    [InlineData("qwen2.5-coder 3b vs 9b", "qwen2.5-coder-3b")]
    public void Version_or_size_behind_a_joining_word_is_another_release_of_the_line(string text, string links) =>
        Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("is r1 open", "deepseek-r1")]
    [InlineData("is v3 open", "")]
    [InlineData("on my r1", "")]
    [InlineData("rabbit r1", "")]
    [InlineData("r1 zero", "")]
    [InlineData("r1 7", "")]
    [InlineData("deepseek has r1", "deepseek deepseek-r1")]
    [InlineData("kimi has r1", "kimi")]
    [InlineData("moonshot ai has k2.5", "moonshot kimi-k2.5")]
    [InlineData("kimi k2.5 was, but k2", "kimi-k2.5 kimi-k2")]
    [InlineData("x-r1", "")]
    public void Version_alone_is_the_release_of_the_only_family_that_has_it(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("flux dev, schnell", "flux.1-dev flux.1-schnell")]
    [InlineData("flux dev and schnell", "flux.1-dev flux.1-schnell")]
    [InlineData("flux dev but schnell", "flux.1-dev")]
    [InlineData("flux 2 klein 9b, klein 4b", "flux.2-klein-9b flux.2-klein-4b")]
    [InlineData("flux 2 klein 9b, klein 5b", "flux.2-klein-9b")]
    [InlineData("glm-5.2 was free, why is 5.3 not", "glm-5.2 glm-5.3")]
    [InlineData("glm-5.2 has 5.3 billion", "glm-5.2")]
    [InlineData("glm-5.2 came on 5.3.2026", "glm-5.2")]
    [InlineData("CogVideoX-5B: is it free? and the 2B?", "cogvideox-5b cogvideox-2b")]
    [InlineData("CogVideoX-5B has 2B", "cogvideox-5b")]
    [InlineData("is 5.3 free", "")]
    public void End_of_a_name_stands_for_all_of_it_behind_another_of_its_line(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("the original llama", "llama-2")]
    [InlineData("the first grok", "grok-1")]
    [InlineData("newest grok", "grok-3")]
    [InlineData("the latest llama", "llama-3.1")]
    [InlineData("the latest grok models", "grok")]
    [InlineData("the latest grok news", "grok")]
    [InlineData("the newest llama licence", "llama-3.1")]
    [InlineData("the newest apache licence", "Apache-2.0")]
    [InlineData("newest, llama", "llama")]
    [InlineData("who first built llama", "llama")]
    [InlineData("newest mai", "mai")]
    [InlineData("newest grok-1", "grok-1")]
    public void Age_before_a_family_tells_its_oldest_or_newest_release(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("Mistral Large 2 and mistral large", "mistral-large-2 mistral-large")]
    [InlineData("phi beta kappa and grok", "grok")]
    [InlineData("whisperx or grok", "grok")]
    public void Known_names_of_other_things_are_left_out(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("Llama 3", "llama-3")]
    [InlineData("share alike", "copyleft")]
    [InlineData("llama 9", null)]
    [InlineData("is llama 3", null)]
    [InlineData("llama grok", null)]
    [InlineData("nothing", null)]
    [InlineData("", null)]
    public void Text_resolves_where_all_of_it_is_one_name(string text, string? id) =>
        Assert.Equal(id, Linker.Resolve(Tokenizer.Split(text))?.Id);

    [Theory]
    [InlineData("what is copyleft and share alike", "copyleft copyleft")]
    [InlineData("what is llama", "")]
    public void Topics_are_found_apart_from_models(string text, string topics) =>
        Assert.Equal(topics, Write(Linker.LinkTopics(Tokenizer.Split(text))));

    [Fact]
    public void Link_tells_which_words_it_takes_and_how_they_were_written()
    {
        var link = Assert.Single(Linker.Link(Tokenizer.Split("so is Llama-3  70B open")));

        Assert.Equal((2, 3, 5, "Llama 3 70B"), (link.Start, link.Count, link.End, link.Typed));
        Assert.False(link.IsAmbiguous || link.IsTypo);
    }

    // What is named in another sentence does not tell which R1 is meant.
    [Fact]
    public void Version_alone_counts_within_its_sentence_where_no_typos_are_read() =>
        Assert.Equal("kimi deepseek-r1", Write(Linker.LinkWithoutTypos(Tokenizer.Split("kimi is nice. is r1 open"))));
}
