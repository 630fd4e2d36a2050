using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What the words of a question show before it is known what is asked: cues, language, spelling, masks, slugs.</summary>
public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("brackets (like these) are commas", "brackets , (like these),  are commas")]
    [InlineData("call（すみません）it", "call, (すみません), it")]
    [InlineData("f(x) stays", "f(x) stays")]
    [InlineData("it is \"open source\" now", "it is open source now")]
    [InlineData("he said: \"it is open\"", "he said: \"it is open\"")]
    [InlineData("so \"this has far too many words\" stays", "so \"this has far too many words\" stays")]
    [InlineData("qwen 3.x and 2.X", "qwen 3 and 2")]
    [InlineData("3.xl", "3.xl")]
    public void Marks_that_would_cut_a_clause_wrongly_are_flattened(string text, string flat) =>
        Assert.Equal(flat, MessageText.Flatten(text));

    [Theory]
    [InlineData("is it open", "en")]
    [InlineData("welche lizenz hat das", "de")]
    [InlineData("quelle est la licence", "fr")]
    [InlineData("これはオープンソースですか", "ja")]
    [InlineData("这是开源的吗", "zh")]
    [InlineData("क्या यह खुला है", "hi-Latn")]
    [InlineData("xyzzy", "en")]
    public void Language_is_told_by_script_and_words(string text, string language)
    {
        var tokens = Tokenizer.Split(text);
        var analyzer = new QuestionWordAnalyzer(YamlFacts.Linker(FactBuilder.Facts()), Languages.Lexicon);

        Assert.Equal(language, analyzer.LanguageOf(tokens, [], new CueFinder(Languages.Lexicon).Find(tokens, _ => false)));
    }

    [Theory]
    [InlineData("is it opne", "is it open")]
    [InlineData("which licenec", "which licence")]
    [InlineData("is it open", "is it open")]
    [InlineData("house 2024", "house 2024")]
    public void Misspelt_cue_is_read_as_what_was_meant(string text, string words)
    {
        var analyzer = new QuestionWordAnalyzer(YamlFacts.Linker(FactBuilder.Facts()), Languages.Lexicon);

        Assert.Equal(words, string.Join(' ', analyzer.Spelled(Tokenizer.Split(text), []).Select(token => token.Text)));
    }

    [Theory]
    [InlineData("open weights", "open-weights")]
    [InlineData("open source", "open-source")]
    [InlineData("open", "published")]
    public void Longest_cue_at_a_place_wins_within_its_group(string text, string verdict) =>
        Assert.Equal([verdict], Values(text, "verdicts"));

    [Theory]
    [InlineData("training data", "training_data")]
    [InlineData("code to run the model", "inference_code")]
    [InlineData("model card and paper", "model_card paper")]
    public void Components_are_found_by_their_words(string text, string components) =>
        Assert.Equal(components, string.Join(' ', Values(text, "components")));

    [Theory]
    [InlineData("what licence do the models have", "licence")]
    [InlineData("which grok models are there", "list")]
    [InlineData("which of the four very large models", "list")]
    public void Cue_with_a_gap_takes_up_to_three_words_and_asks_for_its_noun(string text, string first) =>
        Assert.Contains(first, Values(text, "cues"));

    [Fact]
    public void Cue_does_not_reach_over_the_end_of_a_sentence_nor_into_a_name()
    {
        Assert.DoesNotContain("model_card", Values("model. card", "components"));
        var tokens = Tokenizer.Split("open weights");
        Assert.Empty(new CueFinder(Languages.Lexicon).Find(tokens, _ => true));
    }

    [Theory]
    [InlineData("is zebra 1 open in march 2024 for 7 of us", "is MODEL open in MONTH YEAR for NUM of us")]
    [InlineData("does zoological society like mit license", "does ORG like LICENCE")]
    [InlineData("may I use it", "may i use it")]
    public void Names_numbers_and_dates_are_masked_by_their_kinds(string text, string masked) => Assert.Equal(masked, Mask(text));

    [Theory]
    [InlineData("Is MODEL open", "MODEL")]
    [InlineData("is model open", "")]
    public void Masks_in_rows_of_the_training_stay(string text, string masks) =>
        Assert.Equal(masks, string.Join(' ', Tokenizer.Split(text).Where(Masker.IsMask).Select(token => token.Raw)));

    [Theory]
    [InlineData("open", "names 0|words 2|verdicts")]
    [InlineData("is zebra 1 more open than grok please", "names 1|words 11|verdicts")]
    public void Marks_tell_names_length_and_groups(string text, string marks)
    {
        var (tokens, links) = Links(text);
        var words = new Masker(Languages.Lexicon).Mask(tokens, links, []);
        var cues = new CueFinder(Languages.Lexicon).Find(tokens, _ => false);

        Assert.Equal(marks, string.Join('|', Masker.Marks(words, cues, []).Where(mark => mark is not ("pronouns" or "dates"))));
    }

    [Theory]
    [InlineData(Aspect.CommercialUse, "commercial_use", Intent.CommercialUse)]
    [InlineData(Aspect.ReleaseDate, "release_date", Intent.ReleaseDate)]
    [InlineData(Aspect.Outputs, "outputs", Intent.CommercialUse)]
    [InlineData(Aspect.Territory, "territory", Intent.Restrictions)]
    [InlineData(Aspect.Base, "base", Intent.Maker)]
    [InlineData(Aspect.Promise, "promise", Intent.Timeline)]
    [InlineData(Aspect.Overview, "overview", Intent.Openness)]
    public void Aspect_has_a_slug_and_is_told_as_an_intent(Aspect aspect, string slug, Intent intent)
    {
        Assert.Equal((slug, intent), (aspect.ToSlug(), aspect.ToIntent()));
        Assert.Equal(aspect, AspectIntents.Parse(slug));
        Assert.Equal(aspect, AspectText.Parse($"{slug}.detail"));
    }

    [Theory]
    [InlineData("out_of_scope")]
    [InlineData("Openness")]
    [InlineData("")]
    public void Other_labels_are_no_aspect(string label) => Assert.Null(AspectText.Parse(label));

    [Fact]
    public void Intents_have_slugs_of_their_own()
    {
        var slugs = Enum.GetValues<Intent>().Select(intent => intent.ToSlug()).ToArray();

        Assert.Equal(slugs.Length, slugs.Distinct().Count());
        Assert.Equal(["openness", "licence", "commercial_use"], slugs.Take(3));
        Assert.Equal("news", slugs[^1]);
    }

    [Theory]
    [InlineData("why did elon sue them", "why musk sue them")]
    [InlineData("the promises he promised", "promis he")]
    [InlineData("licences licence licensing", "licenc licens")]
    public void Topics_are_found_by_stems_and_synonyms(string text, string words) =>
        Assert.Equal(words, string.Join(' ', new TopicWords(Languages.Lexicon).Of(Tokenizer.Split(text))));

    [Fact]
    public void Reading_of_a_question_is_explained_stage_by_stage()
    {
        var question = new Question
        {
            Text = "was zebra 1 open in 2024",
            Tokens = Tokenizer.Split("was zebra 1 open in 2024"),
            Links = [.. Links("zebra 1").Item2],
            Mentions =
            [
                new Mention(1, 2, "zebra 1", [Facts.Find("zebra-1")!], MentionRole.Subject),
                new Mention(3, 1, "open", [], MentionRole.None),
            ],
            Aspects = [Aspect.ReleaseDate],
            Confidence = 0.876,
            Likeliest = [(Aspect.ReleaseDate, 0.9), (Aspect.Openness, 0.0512)],
            Component = "weights",
            Propositions = [new Proposition(Facts.Find("zebra-1")!, new Assertion(Aspect.Openness), "it was open")],
            Date = new DatePhrase(null, null, DateProblem.Unclear, "2024", 5, 1),
            Filter = new ListFilter { Modality = "image", Words = ["image"] },
        };

        Assert.Equal(
            [
                "language: en",
                "words: was zebra 1 open in 2024",
                "name: 'zebra 1' is zebra-1, role Subject",
                "name: 'open' is unknown, role None",
                "asked about: zebra-1",
                "masked: ",
                "asks: release_date (0.88)",
                "likeliest: release_date 0.90, openness 0.05",
                "component: weights",
                "signs of its case: Openness",
                "puts forward: it was open",
                "date: '2024' is unclear",
                "filters: image",
            ],
            QuestionExplanation.Lines(question, Facts, FactBuilder.Today)
        );
    }

    private static IEnumerable<string> Values(string text, string group) =>
        new CueFinder(Languages.Lexicon)
            .Find(Tokenizer.Split(text), _ => false)
            .Where(hit => hit.Cue.Group == group)
            .Select(hit => hit.Cue.Value)
            .Distinct();

    private static readonly FactBase Facts = YamlFacts.Create(
        """
        organizations:
          - {id: zoo, name: Zoological Society}
        licences:
          - {id: MIT, name: MIT License}
        family: {id: zebra, name: Zebra, organization: zoo}
        releases:
          - {id: zebra-1, name: Zebra 1}
        """
    );

    private static (System.Collections.Immutable.ImmutableArray<Token>, System.Collections.Immutable.ImmutableArray<EntityLink>) Links(
        string text
    )
    {
        var tokens = Tokenizer.Split(text);
        return (tokens, YamlFacts.Linker(Facts).Link(tokens));
    }

    private static string Mask(string text)
    {
        var (tokens, links) = Links(text);
        return string.Join(' ', new Masker(Languages.Lexicon).Mask(tokens, links, []));
    }
}
