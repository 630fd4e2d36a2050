using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;
using static AiNewsBot.Facts.Tests.Linking.KnownNames;

namespace AiNewsBot.Facts.Tests.Linking;

/// <summary>Which names are written with a slip of the finger, and which are other names.</summary>
public sealed class TypoLinkTests
{
    [Theory]
    [InlineData("is deepsek r1 open", "~deepseek-r1")]
    [InlineData("is llma 3 open", "~llama-3")]
    [InlineData("is mistrall open", "~mistral")]
    [InlineData("is mistal open", "~mistral")]
    [InlineData("is gtp-4 open", "~gpt-4")]
    [InlineData("is bacihuan 2 open", "~baichuan-2")]
    [InlineData("cogvidoex 5b licence", "~cogvideox-5b")]
    [InlineData("is codw llama open", "~code-llama")]
    public void Few_letters_off_is_a_name_with_a_slip(string text, string links) => Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("is mistralx open")]
    [InlineData("is xmistral open")]
    [InlineData("is brok open")]
    [InlineData("is ggt open")]
    [InlineData("is llamas3 open")]
    [InlineData("is amazing open")]
    [InlineData("is zebra open")]
    public void Other_words_are_no_slips(string text) => Assert.Equal("", Link(text));

    [Theory]
    [InlineData("llma 9", "~llama!9")]
    [InlineData("is llama oen source", "llama")]
    public void Misspelt_name_links_with_its_version_and_a_misspelt_cue_does_not_link(string text, string links) =>
        Assert.Equal(links, Link(text));

    [Theory]
    [InlineData("gork", "grok", true)]
    [InlineData("rgok", "grok", true)]
    [InlineData("groks", "grok", true)]
    [InlineData("grik", "grok", true)]
    [InlineData("groj", "grok", true)]
    [InlineData("grak", "grok", false)]
    [InlineData("brok", "grok", false)]
    [InlineData("groc", "grok", false)]
    [InlineData("starcodet", "starcoder", true)]
    [InlineData("starcodex", "starcoder", false)]
    [InlineData("satrcoder", "starcoder", true)]
    [InlineData("llama3d", "llama3", false)]
    [InlineData("llama3", "llama3b", false)]
    [InlineData("lama3b", "llama3b", true)]
    [InlineData("gpt4o1", "gpt4v1", false)]
    [InlineData("kimik25base", "kimik25bsae", true)]
    public void Short_names_begin_and_are_struck_alike(string written, string name, bool isLikely) =>
        Assert.Equal(isLikely, Slips.IsLikely(written, name));

    [Theory]
    [InlineData("lama3", 2, "llama3")]
    [InlineData("lama2", 2, "")]
    [InlineData("llama", 2, "")]
    [InlineData("starcoedr", 2, "starcoder")]
    [InlineData("strcoedr", 2, "starcoder")]
    [InlineData("strcoedr", 1, "")]
    [InlineData("stacoerr", 2, "")]
    [InlineData("minstral", 2, "ministral minitral")]
    [InlineData("ministrel", 2, "ministral")]
    [InlineData("pi", 2, "")]
    [InlineData("gpt9", 2, "")]
    [InlineData("gp4", 2, "gpt4")]
    public void Nearest_names_with_the_same_digits_are_found(string key, int most, string names)
    {
        var index = new FuzzyNameIndex(
            new[] { "llama3", "starcoder", "ministral", "minitral", "pi", "gpt4", "yi" }.Select(name =>
                KeyValuePair.Create(name, (SubjectView)FactBuilder.Facts(FactLine.Model(name)).Find(name)!)
            )
        );

        Assert.Equal(names, string.Join(' ', index.Find(key, most).Select(view => view.Id).Order(StringComparer.Ordinal)));
    }
}
