using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What lists are narrowed by, and how openness went over time.</summary>
public sealed class NarrowedListTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("open source models apart from OLMo", "olmo")]
    [InlineData("chinese open weights models except qwen and deepseek", "qwen deepseek")]
    [InlineData("apache models not from qwen", "qwen")]
    [InlineData("which models are open source apart from Ai2's", "allenai")]
    public void Names_that_a_list_excludes_are_not_in_it(string question, string ids)
    {
        var filter = Answerer.Read(question, FactBuilder.Today).Filter;

        Assert.Equal(ids.Split(' '), filter.ExceptOf.Select(view => view.Id));
        Assert.Empty(filter.Of);
        Assert.Equal(AnswerStatus.Answered, Answerer.Ask(question, FactBuilder.Today).Status);
    }

    [Theory]
    [InlineData("which French models are open", "FR", "published")]
    [InlineData("Welche Modelle aus Frankreich sind offen?", "FR", "published")]
    [InlineData("Welche französischen Modelle sind Open Source?", "FR", "open source")]
    [InlineData("Welche chinesischen Modelle haben offene Gewichte?", "CN", "open weights")]
    [InlineData("Quels modèles français sont open source ?", "FR", "open source")]
    [InlineData("Quels modèles de Chine sont ouverts ?", "CN", "published")]
    [InlineData("¿Qué modelos de China son de código abierto?", "CN", "open source")]
    [InlineData("¿Qué modelos franceses son abiertos?", "FR", "published")]
    [InlineData("Quais modelos do Brasil são open source?", "BR", "open source")]
    [InlineData("Quais modelos chineses são abertos?", "CN", "published")]
    [InlineData("中国有哪些开源模型", "CN", "open source")]
    [InlineData("フランスのモデルでオープンソースなのは？", "FR", "open source")]
    [InlineData("kaunse chinese models open source hain", "CN", "open source")]
    public void A_country_and_an_openness_narrow_a_list_in_each_language(string question, string country, string openness)
    {
        var filter = Answerer.Read(question, FactBuilder.Today).Filter;

        Assert.Equal([country], filter.Countries);
        Assert.Equal(
            openness switch
            {
                "open source" => 1,
                "open weights" => 2,
                _ => 4,
            },
            filter.Verdicts.Length
        );
    }

    [Theory]
    [InlineData("Welche Modelle aus Frankreich sind offen?", "From France, open: ")]
    [InlineData("Quels modèles français sont ouverts ?", "From France, open: ")]
    [InlineData("Welche europäischen Modelle sind offen?", "European, open: ")]
    public void What_a_list_is_narrowed_by_is_told_by_its_English_name(string question, string title) =>
        Assert.StartsWith(title, Answerer.Ask(question, FactBuilder.Today).Lead);

    [Fact]
    public void Each_language_names_the_countries_of_the_makers()
    {
        var countries = Answerer
            .Facts.Organizations.Select(maker => maker.GetEffective(Properties.Country, FactBuilder.Today).Value)
            .OfType<string>()
            .ToHashSet();
        string[] whole = ["de", "fr", "es", "pt", "ja", "zh"];

        var named = Languages.Lexicon.Countries.ToLookup(cue => cue.Language, cue => cue.Value);

        var missing = whole.SelectMany(language => countries.Except(named[language]).Select(code => $"{code} in {language}"));

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("which models are MOF class I", 1)]
    [InlineData("which models are class II of the model openness framework", 2)]
    [InlineData("models that reach a class of the model openness framework", 3)]
    public void A_class_of_the_framework_narrows_a_list(string question, int opennessClass) =>
        Assert.Equal(opennessClass, Answerer.Read(question, FactBuilder.Today).Filter.OpennessClass);

    [Fact]
    public void A_list_of_a_class_holds_the_releases_that_reach_it()
    {
        var answer = Answerer.Ask("which models are mof class 3", FactBuilder.Today);

        Assert.Contains(answer.Rows, row => row.Label.Contains("OLMo 2", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Rows, row => row.Label.Contains("Llama", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("models whose licence excludes the EU")]
    [InlineData("how many releases exclude the EU")]
    [InlineData("models that can't be used in europe")]
    public void A_licence_that_leaves_a_territory_out_is_a_condition(string question)
    {
        var filter = Answerer.Read(question, FactBuilder.Today).Filter;

        Assert.Equal(["territory"], filter.Conditions);
        Assert.Empty(filter.Countries);
    }

    [Fact]
    public void Releases_under_either_of_two_licences_are_listed()
    {
        var rows = Answerer.Ask("list all MIT or apache models", FactBuilder.Today).Rows;

        Assert.Contains(rows, row => row.Value.Contains("MIT", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Value.Contains("Apache-2.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("which licences changed this year", OpennessTrend.Licences)]
    [InlineData("what became less open in 2026", OpennessTrend.Less)]
    [InlineData("which models became less restrictive in 2026", OpennessTrend.More)]
    [InlineData("which labs stopped publishing weights", OpennessTrend.Stopped)]
    public void A_change_over_time_is_told_with_what_was_before(string question, OpennessTrend trend)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(trend, Answerer.Read(question, FactBuilder.Today).Trend);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.NotEmpty(answer.Rows);
        Assert.NotEmpty(answer.Facts);
    }

    [Fact]
    public void List_of_what_became_less_open_names_the_release_before() =>
        Assert.Contains(
            Answerer.Ask("what became less open in 2026", FactBuilder.Today).Rows,
            row => row.Label.Contains("GLM-5.3", StringComparison.Ordinal) && row.Value.Contains("GLM-5.2", StringComparison.Ordinal)
        );

    [Fact]
    public void Generators_are_listed_and_named_by_no_one()
    {
        var answer = Answerer.Ask("image generators i can use commercially?", FactBuilder.Today);

        Assert.Equal((AnswerStatus.Answered, Intent.List), (answer.Status, answer.Intent));
    }

    [Fact]
    public void Three_things_asked_in_one_breath_are_answered_each() =>
        Assert.Equal(
            [Aspect.Licence, Aspect.Territory, Aspect.ReleaseDate],
            Answerer.Read("llama 4 license + eu restrictions + release date?", FactBuilder.Today).Aspects
        );
}
