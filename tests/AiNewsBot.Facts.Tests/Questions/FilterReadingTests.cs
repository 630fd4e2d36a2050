using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What narrows a list, word by word, and how it is read back.</summary>
public sealed class FilterReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly FactBase Facts = YamlFacts.Create(
        """
        organizations:
          - {id: zoo, name: Zoological Society}
        licences:
          - {id: MIT, name: MIT License, aliases: [MIT]}
          - {id: Apache-2.0, name: Apache License 2.0, aliases: [Apache]}
        family: {id: zebra, name: Zebra, organization: zoo}
        releases:
          - {id: zebra-1, name: Zebra 1}
        """,
        """
        organizations:
          - {id: okapi-ai, name: Okapi AI}
        family: {id: okapi, name: Okapi, organization: okapi-ai}
        releases:
          - {id: okapi-1, name: Okapi 1}
        """
    );

    [Theory]
    [InlineData("open source models", "OpenSource")]
    [InlineData("open weights models", "OpenWeights OpenSource")]
    [InlineData("closed models", "Closed")]
    [InlineData("restricted models", "RestrictedWeights")]
    [InlineData("non commercial models", "NonCommercialWeights")]
    [InlineData("models to download", "OpenSource OpenWeights RestrictedWeights NonCommercialWeights")]
    [InlineData("models", "")]
    public void Words_of_openness_narrow_by_verdict(string question, string verdicts) =>
        Assert.Equal(verdicts, string.Join(' ', Read(question).Verdicts));

    [Theory]
    [InlineData("models I can sell", "OpenSource OpenWeights RestrictedWeights")]
    [InlineData("models I can not sell", "NonCommercialWeights")]
    public void Commercial_use_narrows_by_the_verdicts_that_allow_or_exclude_it(string question, string verdicts) =>
        Assert.Equal(verdicts, string.Join(' ', Read(question, isCommercial: true).Verdicts));

    [Theory]
    [InlineData("french models", "FR", "")]
    [InlineData("models from france or china", "FR CN", "")]
    [InlineData("models not from china", "", "CN")]
    public void Countries_are_those_of_the_makers_or_are_left_out(string question, string countries, string except)
    {
        var filter = Read(question);

        Assert.Equal((countries, except), (string.Join(' ', filter.Countries), string.Join(' ', filter.ExceptCountries)));
    }

    [Fact]
    public void Region_is_read_as_its_countries() => Assert.Equal(Languages.Lexicon.Regions["european"], Read("european models").Countries);

    [Theory]
    [InlineData("mit models", "MIT", "", null)]
    [InlineData("mit or apache models", "MIT", "Apache-2.0", null)]
    [InlineData("models not under mit", null, "", "MIT")]
    public void Licences_are_alternatives_or_left_out(string question, string? licence, string others, string? except)
    {
        var filter = Read(question);

        Assert.Equal(
            (licence, others, except),
            (filter.Licence?.Id, string.Join(' ', filter.OtherLicences.Select(view => view.Id)), filter.ExceptLicence?.Id)
        );
    }

    [Theory]
    [InlineData("models with a user cap", "user-cap", "")]
    [InlineData("models without a user cap", "", "user-cap")]
    [InlineData("models with a naming duty and a revenue cap", "naming revenue-cap", "")]
    [InlineData("models I can use in the eu", "", "territory")]
    [InlineData("models I cannot use in the eu", "territory", "")]
    public void Conditions_are_asked_for_or_excluded(string question, string conditions, string none)
    {
        var filter = Read(question);

        Assert.Equal((conditions, none), (string.Join(' ', filter.Conditions.Order()), string.Join(' ', filter.NoConditions)));
    }

    [Theory]
    [InlineData("models with training data and a paper", "paper training_data", "")]
    [InlineData("models with a paper but no weights", "paper", "weights")]
    [InlineData("models without training code", "", "training_code")]
    public void Components_are_asked_for_or_missing(string question, string components, string without)
    {
        var filter = Read(question);

        Assert.Equal((components, without), (string.Join(' ', filter.Components.Order()), string.Join(' ', filter.Without)));
    }

    [Theory]
    [InlineData("image models", "image")]
    [InlineData("models that speak", null)]
    [InlineData("models with training code", null)]
    [InlineData("open source language models", null)]
    [InlineData("language models", "text")]
    public void Kind_of_model_is_a_word_of_its_own_and_no_part_of_a_component(string question, string? modality) =>
        Assert.Equal(modality, Read(question).Modality);

    [Theory]
    [InlineData("models of 2024", "2024-01-01", "2024-12-31")]
    [InlineData("models before 2024", "0001-01-01", "2023-12-31")]
    [InlineData("models after 2024", "2025-01-01", "9999-12-31")]
    [InlineData("models since 2024", "2024-01-01", "9999-12-31")]
    public void Time_is_what_is_named_or_all_before_or_after_it(string question, string first, string last) =>
        Assert.Equal(new Period(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), Read(question).During);

    [Theory]
    [InlineData("mof class 1 models", 1)]
    [InlineData("models of mof class ii", 2)]
    [InlineData("class iii of the model openness framework", 3)]
    [InlineData("models that reach a class of the model openness framework", 3)]
    [InlineData("mof models", 3)]
    [InlineData("models of class 1", null)]
    [InlineData("openness of models", null)]
    public void Class_of_the_framework_is_read_in_either_numerals(string question, int? opennessClass) =>
        Assert.Equal(opennessClass, Read(question).OpennessClass);

    [Theory]
    [InlineData("zebra models", "zebra")]
    [InlineData("models by zebra", "zebra")]
    [InlineData("models by okapi", "okapi-ai")]
    [InlineData("models of the zoological society", "zoo")]
    public void Name_behind_by_is_the_makers_where_the_maker_is_so_called(string question, string of) =>
        Assert.Equal(of, Assert.Single(Read(question).Of).Id);

    [Theory]
    [InlineData("open source models by zoological society from 2024", "Zoological Society, open source, 2024")]
    [InlineData("models not from china", "not china")]
    [InlineData("models not under mit", "not MIT License")]
    [InlineData("mit or apache models with a user cap", "MIT License or Apache License 2.0, user cap")]
    [InlineData("mof class 2 models without training data", "class II of the Model Openness Framework, no training data")]
    [InlineData("image models before 2024", "image, before 2024")]
    public void Filter_is_read_back_in_words(string question, string words) => Assert.Equal(words, string.Join(", ", Read(question).Words));

    [Theory]
    [InlineData("which labs stopped releasing weights", OpennessTrend.Stopped)]
    [InlineData("what became less open", OpennessTrend.Less)]
    [InlineData("what became more open", OpennessTrend.More)]
    [InlineData("which licences changed", OpennessTrend.Licences)]
    [InlineData("what changed", null)]
    [InlineData("who stopped", null)]
    [InlineData("open models", null)]
    public void Comparatives_and_verbs_ask_for_a_change_over_time(string question, OpennessTrend? trend) =>
        Assert.Equal(trend, TrendReader.Read(Parts(question), Languages.Lexicon));

    [Theory]
    [InlineData("can I use it in germany", "DE")]
    [InlineData("may we use it in the EU and the US", "US EU")]
    [InlineData("does it let us use it", "")]
    public void Places_are_read_as_codes_of_countries(string question, string places) =>
        Assert.Equal(places, string.Join(' ', PlaceReader.Read(Tokenizer.Split(question), Parts(question).Cues, Languages.Lexicon)));

    [Theory]
    [InlineData("DE", "EU", true)]
    [InlineData("EU", "EU", true)]
    [InlineData("GB", "EU GB", true)]
    [InlineData("CH", "EU", false)]
    [InlineData("EU", "DE", false)]
    public void Place_lies_in_a_region(string place, string regions, bool isWithin) =>
        Assert.Equal(isWithin, PlaceReader.IsWithin(place, regions.Split(' '), Languages.Lexicon));

    [Theory]
    [InlineData("were they open in 2024", true)]
    [InlineData("which did they have in 2024", true)]
    [InlineData("which were released in 2024", false)]
    [InlineData("which were open between 2023 and 2024", false)]
    [InlineData("which are open", false)]
    [InlineData("which were open yesterday", true)]
    [InlineData("which were open a year ago", true)]
    [InlineData("which were open last year", false)]
    public void List_is_of_what_was_so_on_a_day_or_of_what_came_out_then(string question, bool asksState) =>
        Assert.Equal(asksState, Parts(question).AsksState);

    [Theory]
    [InlineData("open models by Quillon", "Quillon")]
    [InlineData("models from Quux in 2024", "Quux")]
    [InlineData("models from france", null)]
    [InlineData("models by zebra", null)]
    [InlineData("models from 2024", null)]
    [InlineData("models by the", null)]
    [InlineData("models", null)]
    public void Unknown_maker_is_read_after_by_or_from(string question, string? maker) => Assert.Equal(maker, Parts(question).UnknownMaker);

    private static ListFilter Read(string question, bool isCommercial = false) =>
        ListFilters.Read(Parts(question), Languages.Lexicon, isCommercial);

    private static QuestionParts Parts(string question)
    {
        var tokens = Tokenizer.Split(question);
        var links = YamlFacts.Linker(Facts).Link(tokens);
        bool IsName(int index) => links.Any(link => link.Start <= index && index < link.End);
        var cues = new CueFinder(Languages.Lexicon).Find(tokens, IsName);
        var date = new AsOfDateReader(Languages.Lexicon).Read(tokens, cues, IsName, Today);
        return new QuestionParts(tokens, links, cues, date, Facts, Languages.Lexicon);
    }
}
