using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Text;

/// <summary>What is cut out of chat as words, and what of their surroundings is kept.</summary>
public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Is Grok-1 open?", "is grok 1 open")]
    [InlineData("LLaMA's licence", "llama licence")]
    [InlineData("Llama’s licence", "llama licence")]
    [InlineData("it isn't, don’t ask", "it isnt dont ask")]
    [InlineData("gpt-4.1-mini", "gpt 4.1 mini")]
    [InlineData("Mistral-7B-v0.1.", "mistral 7b v0.1")]
    [InlineData("Command R+", "command r+")]
    [InlineData("a+b", "a b")]
    [InlineData("3. 4", "3 4")]
    [InlineData("", "")]
    [InlineData("?!… — 🤖", "")]
    public void Words_are_cut_at_what_is_neither_letter_nor_digit(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("Phi-2 (MIT, 2.7B) beats Yi (34B)", "0 0 1 1 0 0 2")]
    [InlineData("Phi-2 :( is closed\n(or not) :)", "0 0 0 0 1 1")]
    [InlineData("Phi-2（MIT）", "0 0 1")]
    public void Words_in_brackets_have_the_number_of_the_brackets(string text, string brackets) =>
        Assert.Equal(brackets, string.Join(' ', Tokenizer.Split(text).Select(token => token.Bracket)));

    [Theory]
    [InlineData("Café déjà vu", "cafe deja vu")]
    [InlineData("Größe ÜBER", "große uber")]
    [InlineData("ＧＰＴ－４ｏ", "gpt 4o")]
    [InlineData("GPT‑4o", "gpt 4o")]
    [InlineData("ﬁne-tune", "fine tune")]
    [InlineData("İstanbul", "istanbul")]
    public void Accents_and_compatibility_forms_are_folded(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("<@123456789> is grok open", "is grok open")]
    [InlineData("<#42> <:pepe:123> <a:dance:9> <t:1700000000:R> grok", "grok")]
    [InlineData("**Grok** _is_ ~~closed~~ ||open|| `now`", "grok is closed open now")]
    [InlineData("> quoted", "quoted")]
    [InlineData("see https://example.org/grok-1?x=y now", "see now")]
    [InlineData("http://example.org", "")]
    [InlineData("zero\u200Bwidth\uFEFFjoined", "zero width joined")]
    [InlineData("bell\u0007and\u0000nul", "bell and nul")]
    [InlineData("🤖 grok 🚀🚀", "grok")]
    [InlineData("👩‍💻 grok", "grok")]
    public void Markup_of_chat_around_words_is_dropped(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("https://huggingface.co/mistralai/Mistral-7B-v0.1", "mistralai mistral 7b v0.1")]
    [InlineData("https://hf.co/models/gpt2 please", "gpt2 please")]
    [InlineData("https://github.com/xai-org/grok-1/blob/main/README.md", "xai org grok 1")]
    [InlineData("https://ollama.com/library/llama3.1", "llama3.1")]
    [InlineData("https://www.huggingface.co/gpt2", "gpt2")]
    public void Address_of_a_model_on_a_hub_names_it(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("グロックはオープン", "グロック は オープン")]
    [InlineData("通义千问是开源吗", "通义千问是开源吗")]
    [InlineData("llamaは", "llama は")]
    [InlineData("ガ", "ガ")]
    public void Change_of_script_ends_a_word_where_there_are_no_spaces(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("2024年3月18日", "2024 03 18")]
    [InlineData("２０２４年１１月", "2024 11")]
    [InlineData("2024年", "2024 年")]
    public void Japanese_and_Chinese_dates_are_read_as_year_month_and_day(string text, string words) => Assert.Equal(words, Words(text));

    [Fact]
    public void Vowel_signs_of_Devanagari_stay_within_their_words() =>
        Assert.Equal(["ओपन", "सोर्स"], Tokenizer.Split("ओपन सोर्स").Select(token => token.Raw));

    // No attribute can hold half of a pair.
    public static TheoryData<string> Broken => ["gro\uD800k", "gro\uDC00k", "gro\uFFFEk", "gro\uFDD0k"];

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void Halves_of_surrogate_pairs_and_noncharacters_part_words(string text) => Assert.Equal("gro k", Words(text));

    [Theory]
    [InlineData("Is it open? No. Yes! Maybe; so", "0 0 0 1 2 3 4")]
    [InlineData("Grok 2.5 is out.", "0 0 0 0")]
    [InlineData("one\ntwo", "0 1")]
    [InlineData("...one", "0")]
    [InlineData("one?? two", "0 1")]
    [InlineData("オープン。はい", "0 1")]
    [InlineData("e.g. this", "0 0 0")]
    [InlineData("J. Doe asks", "0 0 0")]
    [InlineData("incl. weights", "0 0")]
    [InlineData("terms excl. data", "0 0 0")]
    [InlineData("so am I. What", "0 0 0 1")]
    [InlineData("It isn't. Read it", "0 0 1 1")]
    public void Sentences_are_counted(string text, string sentences) =>
        Assert.Equal(sentences, string.Join(' ', Tokenizer.Split(text).Select(token => token.Sentence)));

    [Theory]
    [InlineData("Llama, by Meta: open", "0 1 1 2")]
    [InlineData("1,000 users", "0 0 0")]
    [InlineData("March 17, 2024 it was", "0 0 0 0 0")]
    [InlineData("on the 17, 2 came", "0 0 0 1 1")]
    [InlineData("he said \"open\" twice", "0 0 1 2")]
    [InlineData("open - not closed", "0 1 1")]
    [InlineData("gpt-4 is", "0 0 0")]
    [InlineData("open, and", "0 1")]
    [InlineData("open,", "0")]
    [InlineData(": open", "0")]
    public void Clauses_are_counted(string text, string clauses) =>
        Assert.Equal(clauses, string.Join(' ', Tokenizer.Split(text).Select(token => token.Clause)));

    [Fact]
    public void All_words_of_a_sentence_with_a_question_mark_are_asked() =>
        Assert.Equal(
            ["is", "it", "really"],
            Tokenizer.Split("Yes. Is it? It is. really?").Where(token => token.IsAsked).Select(token => token.Text)
        );

    [Theory]
    [InlineData("gpt-neo", '-', true)]
    [InlineData("open_clip", '_', true)]
    [InlineData("FLUX.1", '.', true)]
    [InlineData("a/b", '/', false)]
    [InlineData("a b", ' ', false)]
    [InlineData("a, b", ',', false)]
    [InlineData("a / b", ',', false)]
    [InlineData("ask @llama", '@', false)]
    [InlineData("*open* source", ' ', false)]
    public void Joint_tells_what_parts_a_word_from_the_one_before(string text, char joint, bool isAttached)
    {
        var last = Tokenizer.Split(text)[^1];

        Assert.Equal((joint, isAttached), (last.Joint, last.IsAttached));
    }

    [Theory]
    [InlineData("Grok-1", "grok1")]
    [InlineData("Llama 3.1 70B", "llama3.170b")]
    [InlineData("  ", "")]
    public void Key_of_a_name_is_its_words_run_together(string name, string key) => Assert.Equal(key, Tokenizer.Key(name));

    [Fact]
    public void Key_of_each_known_name_is_its_words_run_together()
    {
        foreach (var name in ShippedFacts.Dataset.Subjects.SelectMany(subject => subject.Aliases.Prepend(subject.Name)))
            Assert.Equal(string.Concat(Tokenizer.Split(name).Select(token => token.Text)), Tokenizer.Key(name));
    }

    [Theory]
    [InlineData("open", "open")]
    [InlineData("OPEN", "open")]
    [InlineData("Meta's", "meta")]
    [InlineData("META'S", "meta")]
    [InlineData("'s", "")]
    [InlineData("ﾊﾞ", "ﾊﾞ")]
    public void Word_is_folded_to_small_letters_without_its_possessive(string word, string folded) =>
        Assert.Equal(folded, Tokenizer.Fold(word));

    [Theory]
    [InlineData('a', 0)]
    [InlineData('я', 0)]
    [InlineData('あ', 1)]
    [InlineData('ん', 1)]
    [InlineData('ア', 2)]
    [InlineData('ー', 2)]
    [InlineData('开', 3)]
    [InlineData('㐀', 3)]
    [InlineData('한', 0)]
    public void Scripts_without_spaces_are_told_apart(char character, int script)
    {
        Assert.Equal(script, Tokenizer.Script(character));
        Assert.Equal(script != 0, Tokenizer.IsCjk(character));
    }

    private static string Words(string text) => string.Join(' ', Tokenizer.Split(text).Select(token => token.Text));
}
