using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Language;

/// <summary>How the lists of several small language files work together.</summary>
public sealed class LexiconTests
{
    private static readonly Lexicon Lexicon = new([
        Read(
            """
            language: en
            stopwords: [is, the, a]
            markers: [is, the]
            ordinary_words: [acquired]
            cues:
              openness: [open, open source, openness]
              licence: [licence, license, terms of use, terms]
            conditions: {user-cap: [user cap, user limit]}
            months: {may: 5, march: 3}
            products: {coder: code, pro: ""}
            synonyms: {elon: Musk}
            other_names: [phi beta kappa, luma]
            """
        ),
        Read("language: de\nstopwords: [ist]\nmarkers: [ist]\ncues: {licence: [lizenz]}\nmonths: {mai: 5, may: 6}\n"),
        Read("language: ja\ncues: {openness: [オープン, オープンソース], licence: [ライセンス]}\nnames: {グロック: Grok-1}\n"),
        Read("language: zh\nnames: {千问: qwen, 通义千问: qwen}\n"),
    ]);

    [Fact]
    public void Languages_are_in_the_order_of_the_files() => Assert.Equal(["en", "de", "ja", "zh"], Lexicon.Languages);

    [Theory]
    [InlineData("open", "open source|open")]
    [InlineData("terms", "terms of use|terms")]
    [InlineData("lizenz", "lizenz")]
    [InlineData("source", "")]
    public void Cues_from_a_word_come_longest_first(string word, string cues) =>
        Assert.Equal(cues, string.Join('|', Lexicon.CuesFrom(word).Select(cue => string.Join(' ', cue.Words))));

    [Fact]
    public void Cues_without_spaces_are_kept_apart_longest_first()
    {
        Assert.Equal(["オープンソース", "ライセンス", "オープン"], Lexicon.UnspacedCues.Select(cue => cue.Words[0]));
        Assert.Empty(Lexicon.CuesFrom("オープン"));
    }

    [Theory]
    [InlineData("グロックは open", "grok1 は open")]
    [InlineData("通义千问是开源吗", "qwen 是开源吗")]
    [InlineData("问千问", "问 qwen")]
    [InlineData("スーパーグロックス", "スーパーグロックス")]
    [InlineData("is qwen open", "is qwen open")]
    public void Names_in_another_script_are_read_as_in_Latin_letters(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Lexicon.InLatin(Tokenizer.Split(text)).Select(token => token.Text)));

    [Fact]
    public void Text_without_such_names_is_left_as_it_is()
    {
        var tokens = Tokenizer.Split("is グラフ open");

        Assert.True(tokens == Lexicon.InLatin(tokens));
    }

    [Theory]
    [InlineData("phi beta kappa", 3, true)]
    [InlineData("phi beta kappa", 2, false)]
    [InlineData("phi beta grok", 3, false)]
    [InlineData("luma ray", 1, true)]
    [InlineData("luma ray", 2, false)]
    [InlineData("grok", 1, false)]
    public void Other_name_is_all_of_its_words(string text, int count, bool isOther) =>
        Assert.Equal(isOther, Lexicon.IsOtherName(Tokenizer.Split(text), 0, count));

    [Theory]
    [InlineData("coder", "coder")]
    [InlineData("codr", "coder")]
    [InlineData("pro", "pro")]
    [InlineData("prp", null)]
    [InlineData("terms", null)]
    [InlineData("grok", null)]
    public void Product_may_be_one_letter_off_unless_it_is_a_word_itself(string word, string? product) =>
        Assert.Equal(product, Lexicon.ProductOf(word));

    [Theory]
    [InlineData("licence", true)]
    [InlineData("lizenz", true)]
    [InlineData("terms", true)]
    [InlineData("open", false)]
    [InlineData("use", false)]
    public void Licence_word_asks_for_a_licence_by_itself(string word, bool isLicence) =>
        Assert.Equal(isLicence, Lexicon.IsLicenceWord(word));

    [Theory]
    [InlineData("licnese", "license")]
    [InlineData("opne", "open")]
    [InlineData("limti", null)]
    [InlineData("sourc", null)]
    [InlineData("grok", null)]
    public void Misspelt_word_is_a_cue_where_that_asks_by_itself(string word, string? cue) => Assert.Equal(cue, Lexicon.CueOf(word));

    [Theory]
    [InlineData("lizenz", "de")]
    [InlineData("is", "en")]
    [InlineData("acquired", "en")]
    [InlineData("ライセンス", "ja")]
    [InlineData("may", null)]
    [InlineData("grok", null)]
    public void Language_of_a_word_is_the_only_one_that_has_it(string word, string? language) =>
        Assert.Equal(language, Lexicon.LanguageOf(word));

    [Theory]
    [InlineData("lizenz", true, false)]
    [InlineData("licence", true, true)]
    [InlineData("grok", false, false)]
    public void Word_is_known_in_any_language_or_in_English_alone(string word, bool isKnown, bool inEnglish)
    {
        Assert.Equal(isKnown, Lexicon.Knows(word));
        Assert.Equal(isKnown, Lexicon.Knows(word, isEnglish: false));
        Assert.Equal(inEnglish, Lexicon.Knows(word, isEnglish: true));
    }

    [Theory]
    [InlineData("is grok open", true, false)]
    [InlineData("ist grok open", false, true)]
    [InlineData("grok open", false, false)]
    [InlineData("グロック", false, true)]
    public void Text_shows_its_language_by_its_words(string text, bool isEnglish, bool isForeign)
    {
        var tokens = Tokenizer.Split(text);

        Assert.Equal((isEnglish, isForeign), (Lexicon.IsEnglish(tokens), Lexicon.IsForeign(tokens)));
    }

    [Theory]
    [InlineData("th", false)]
    [InlineData("thr", true)]
    [InlineData("opn", true)]
    [InlineData("lizens", false)]
    public void Near_word_is_one_letter_off_a_word_of_English(string word, bool isNear) => Assert.Equal(isNear, Lexicon.IsNearWord(word));

    [Fact]
    public void First_language_with_a_month_decides_its_number() => Assert.Equal((5, 5), (Lexicon.Months["may"], Lexicon.Months["mai"]));

    [Fact]
    public void Condition_is_called_by_its_first_cue() => Assert.Equal("user cap", Lexicon.ConditionNames["user-cap"]);

    [Fact]
    public void Synonyms_are_folded_as_words_are() => Assert.Equal("musk", Lexicon.Synonyms["elon"]);

    [Fact]
    public void Taught_cues_are_found_beside_the_others_and_leave_the_root_as_it_was()
    {
        var taught = Lexicon.With([
            new Cue("cues", "licence", ["open", "letter", "terms"], ""),
            new Cue("cues", "licence", ["kosher"], ""),
            new Cue("cues", "openness", ["オープンか"], ""),
        ]);

        Assert.Equal([3, 2, 1], taught.CuesFrom("open").Select(cue => cue.Words.Length));
        Assert.Equal("licence", Assert.Single(taught.CuesFrom("kosher")).Value);
        Assert.Equal(["オープンソース", "ライセンス", "オープンか", "オープン"], taught.UnspacedCues.Select(cue => cue.Words[0]));
        Assert.True(taught.Knows("kosher") && taught.Knows("kosher", isEnglish: true) && taught.IsLicenceWord("kosher"));
        Assert.False(Lexicon.Knows("kosher") || Lexicon.IsLicenceWord("kosher"));
        Assert.Equal("licence", Assert.Single(taught.CuesFrom("licence")).Value);
    }

    private static LanguageFile Read(string text) => LanguageFile.Read(new StringReader(text), "test.yaml");
}
