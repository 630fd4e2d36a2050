using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Linking;

/// <summary>The ways in which a name is written, the sizes that it tells, and how facts that add names are looked up.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("Command R+", "commandrplus")]
    [InlineData("GPT-4 (2023)", "gpt4")]
    [InlineData("Mistral 7B", "mistral")]
    [InlineData("SmolLM-1.7B", "smollm")]
    [InlineData("Gemini 3 Preview", "gemini3")]
    [InlineData("DeepSeek-V3", "deepseek3")]
    [InlineData("Grok-1", "")]
    public void Release_is_also_written_without_what_people_leave_out(string name, string keys) =>
        Assert.Equal(keys, Keys(NameVariants.Derived(Named(SubjectKind.Release, name)), name));

    [Theory]
    [InlineData("Apache License 2.0", "apachelicence2.0 apache2.0 apache2.0licence apache2.0license")]
    [InlineData("Llama 3 Community License Agreement", "llama3communitylicence llama3communitylicense llama3licence llama3license")]
    [InlineData("Open License", "openlicence")]
    public void Licence_is_also_written_with_the_other_spelling_and_without_the_word(string name, string keys) =>
        Assert.Equal(keys, Keys(NameVariants.Derived(Named(SubjectKind.Licence, name)), name));

    [Theory]
    [InlineData("Whisper", "OpenAI Whisper", "Whisper small", "openaiwhispersmall")]
    [InlineData("Llama 3", "Meta Llama", "Llama 3 8B", "")]
    [InlineData("Llama 3", "Meta Llama-3", "Llama 3 8B", "metallama38b")]
    [InlineData("Llama 3", "Meta Llama-3", "Tiny", "")]
    public void Variant_is_also_called_by_the_other_names_of_its_release(string whole, string alias, string variant, string keys)
    {
        var facts = FactBuilder.Facts(
            Named(SubjectKind.Release, whole) with
            {
                Aliases = [alias],
            },
            Named(SubjectKind.Release, variant) with
            {
                Id = "variant",
                Details = ImmutableSortedDictionary<string, string>.Empty.Add(DetailNames.VariantOf, "x"),
            }
        );

        Assert.Equal(keys, string.Join(' ', NameVariants.ForVariant((Release)facts.Find("variant")!)));
    }

    [Theory]
    [InlineData("Amazon Titan", "titan")]
    [InlineData("Amazon Foundation Models", "")]
    [InlineData("Amazon Nova", "nova")]
    [InlineData("Amazon Go", "")]
    [InlineData("Titan", "")]
    [InlineData("Other Titan", "")]
    public void Family_is_also_called_without_its_maker(string family, string keys) =>
        Assert.Equal(
            keys,
            string.Join(' ', NameVariants.WithoutMaker(Named(SubjectKind.Family, family), Named(SubjectKind.Organization, "Amazon")))
        );

    [Theory]
    [InlineData("7B, 70B", "7b", true)]
    [InlineData("7B, 70B", "8b", false)]
    [InlineData("7B", "7.2b", true)]
    [InlineData("7B", "8b", false)]
    [InlineData("500M", "0.5b", true)]
    [InlineData("1T", "1000b", true)]
    [InlineData("8x7B", "8x7b", true)]
    [InlineData("8x7B", "9x7b", false)]
    [InlineData("8x7B", "56b", true)]
    [InlineData("1B to 7B", "3b", true)]
    [InlineData("1B to 7B", "8b", false)]
    [InlineData("1B to 7B", "0.5b", false)]
    [InlineData("up to 7B", "3b", true)]
    [InlineData("up to 7B", "70b", false)]
    [InlineData("", "7b", false)]
    [InlineData("7B", "seven", false)]
    public void Size_is_one_of_those_told_or_between_them(string told, string asked, bool isIncluded) =>
        Assert.Equal(isIncluded, SizesOf("One", told).Includes(asked));

    [Theory]
    [InlineData("One 13B", "", true, false, false)]
    [InlineData("One", "7B, 70B", true, true, false)]
    [InlineData("One", "7B and 70B", true, true, false)]
    [InlineData("One", "up to 7B", true, true, false)]
    [InlineData("One (all sizes)", "", false, true, true)]
    [InlineData("One", "", false, false, false)]
    [InlineData("One", "large", false, false, false)]
    public void Name_and_size_tell_whether_there_are_several(string name, string told, bool isKnown, bool areSeveral, bool areAll)
    {
        var sizes = SizesOf(name, told);

        Assert.Equal((isKnown, areSeveral, areAll), (sizes.IsKnown, sizes.AreSeveral, sizes.AreAll));
    }

    [Theory]
    [InlineData("7b", true)]
    [InlineData("8x22b", true)]
    [InlineData("1.5b", true)]
    [InlineData("135m", true)]
    [InlineData("1t", true)]
    [InlineData("b", false)]
    [InlineData("7", false)]
    [InlineData("7k", false)]
    [InlineData("x7b", false)]
    [InlineData("7bb", false)]
    public void Size_is_a_number_with_b_m_or_t(string word, bool isSize) => Assert.Equal(isSize, NameFeatures.IsSize(word));

    [Theory]
    [InlineData("r1", "deepseek-r1")]
    [InlineData("k2.5", "kimi-k2.5")]
    [InlineData("v3", "deepseek-v3")]
    [InlineData("1", "")]
    [InlineData("z9", "")]
    public void Version_tells_its_releases(string version, string releases) =>
        Assert.Equal(releases, string.Join(' ', KnownNames.Index.ReleasesEnding(version).Select(release => release.Id)));

    [Theory]
    [InlineData("meta", "llama", true)]
    [InlineData("meta", "llama-3", true)]
    [InlineData("llama", "llama-3", true)]
    [InlineData("llama-3", "llama-3", true)]
    [InlineData("llama-3", "llama", false)]
    [InlineData("xai", "llama-3", false)]
    public void Maker_and_family_contain_their_releases(string one, string other, bool contains) =>
        Assert.Equal(contains, KnownNames.Index.Contains(KnownNames.Facts.Find(one)!, KnownNames.Facts.Find(other)!));

    [Fact]
    public void Word_in_names_of_several_families_is_shared()
    {
        Assert.True(KnownNames.Index.IsSharedWord("2"));
        Assert.False(KnownNames.Index.IsSharedWord("schnell"));
    }

    [Theory]
    [InlineData("gr", 6)]
    [InlineData("zz", 0)]
    public void Longest_name_that_begins_alike_bounds_the_search(string start, int length)
    {
        var longest = KnownNames.Index.MaxLengthLike(start);

        Assert.Equal(length == 0, longest == 0);
        Assert.True(longest <= KnownNames.Index.MaxKeyLength);
        Assert.Equal(KnownNames.Index.MaxKeyLength, KnownNames.Index.MaxLengthLike("g"));
        Assert.Equal(KnownNames.Index.MaxKeyLength, KnownNames.Index.MaxLengthLike("グロ"));
    }

    // An edit adds a name; the index that others share is left as it was.
    [Fact]
    public void Name_that_edited_facts_add_is_found_in_them_alone()
    {
        var grok = KnownNames.Facts.Find("grok-1")!.Subject;
        var edited = KnownNames.Facts.With([grok with { Name = "Grok One", Aliases = ["Big Grok", "Llama 3"] }]);

        var index = KnownNames.Index.WithFacts(edited);

        Assert.Equal("Grok One", Assert.Single(index.Find("biggrok")).Name);
        Assert.Equal("Grok One", Assert.Single(index.Find("grok1")).Name);
        Assert.Equal("llama-3", Assert.Single(index.Find("llama3")).Id);
        Assert.Equal("Grok One", Assert.Single(index.FindNear("grokk1")).Name);
        Assert.Contains(index.ReleasesOf(edited.Find("grok")!), release => release.Name == "Grok One");
        Assert.Empty(KnownNames.Index.Find("biggrok"));
        Assert.Equal("Grok-1", Assert.Single(KnownNames.Index.Find("grok1")).Name);
        Assert.Equal("copyleft", index.FindTopic("copyleft")?.Id);
        Assert.Null(index.FindTopic("grok1"));
    }

    private static ModelSizes SizesOf(string name, string size)
    {
        var subject = Named(SubjectKind.Release, name);
        var facts = FactBuilder.Facts(size.Length == 0 ? subject : subject with { Details = subject.Details.Add(DetailNames.Size, size) });
        return ModelSizes.Create((Release)facts.Find("x")!, []);
    }

    private static Subject Named(SubjectKind kind, string name) => FactLine.Subject(kind, "x") with { Name = name };

    private static string Keys(IEnumerable<string> derived, string name) =>
        string.Join(' ', derived.Distinct().Where(key => key != AiNewsBot.Facts.Text.Tokenizer.Key(name)));
}
