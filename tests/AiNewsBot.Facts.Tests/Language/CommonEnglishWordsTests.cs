using AiNewsBot.Facts.Language;

namespace AiNewsBot.Facts.Tests.Language;

public sealed class CommonEnglishWordsTests
{
    [Theory]
    [InlineData("house", nameof(WordClasses.Noun), true)]
    [InlineData("house", nameof(WordClasses.Verb), true)]
    [InlineData("house", nameof(WordClasses.Adverb), false)]
    [InlineData("quickly", nameof(WordClasses.Adverb), true)]
    [InlineData("open", nameof(WordClasses.Adjective), true)]
    [InlineData("tokenizer", nameof(WordClasses.Technical), true)]
    [InlineData("house", nameof(WordClasses.Technical), false)]
    [InlineData("llama", nameof(WordClasses.Everyday), false)]
    public void Word_has_the_classes_of_its_line(string word, string wordClass, bool has) =>
        Assert.Equal(has, CommonEnglishWords.Find(word).HasFlag(Enum.Parse<WordClasses>(wordClass)));

    [Theory]
    [InlineData("qwen")]
    [InlineData("House")]
    [InlineData("maße")]
    [InlineData("antidisestablishmentarianism")]
    [InlineData("")]
    [InlineData("zzzz")]
    [InlineData("#")]
    public void Text_that_is_not_an_English_word_in_small_letters_has_no_class(string word)
    {
        Assert.Equal(WordClasses.None, CommonEnglishWords.Find(word));
        Assert.False(CommonEnglishWords.Contains(word));
    }

    // The list is searched by halves: its first and last words are found like those in the middle.
    [Theory]
    [InlineData("aardvark")]
    [InlineData("zoom")]
    [InlineData("model")]
    public void Words_of_all_parts_of_the_list_are_found(string word) =>
        Assert.True(CommonEnglishWords.Find(word).HasFlag(WordClasses.Word));

    [Fact]
    public void Every_word_of_the_file_is_found()
    {
        using var file = new StreamReader(typeof(CommonEnglishWords).Assembly.GetManifestResourceStream("words/en.txt")!);
        string[] words = [.. file.ReadToEnd().Split('\n').Where(line => line is [not '#', ..]).Select(line => line.Split(' ')[0])];

        Assert.NotEmpty(words);
        Assert.DoesNotContain(words, word => CommonEnglishWords.Find(word) == WordClasses.None);
    }

    [Theory]
    [InlineData("generators", true)]
    [InlineData("generator", false)]
    [InlineData("Generators", false)]
    [InlineData("llamas", true)]
    [InlineData("is", false)]
    [InlineData("qwens", false)]
    public void Plural_of_a_noun_in_small_letters_names_nothing(string word, bool isPlural) =>
        Assert.Equal(isPlural, CommonEnglishWords.IsPlural(word));
}
