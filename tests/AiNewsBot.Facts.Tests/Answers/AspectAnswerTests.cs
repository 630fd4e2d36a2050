using System.Collections.Immutable;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Several things asked in one breath, of one model or of several: each is told in a row.</summary>
public sealed class AspectAnswerTests
{
    private const string One = "one = announced 2024-01-01; weights available 2024-03-01; licence Permissive; training_code unavailable";
    private const string Two = "two = announced 2025-01-01; weights unavailable";

    [Fact]
    public void Several_aspects_of_one_model_are_told_in_the_order_asked()
    {
        var answer = Ask("one", "one", [Aspect.ReleaseDate, Aspect.Licence, Aspect.Maker]);

        Assert.Equal("one, one by one:", answer.Lead);
        Assert.Equal(["dates", "licence", "maker"], answer.Rows.Select(row => row.Label));
        Assert.Equal("one is under Permissive.", answer.Rows[1].Value);
        Assert.Equal(Intent.ReleaseDate, answer.Intent);
    }

    [Fact]
    public void Verdict_of_one_of_several_aspects_is_kept() =>
        Assert.Equal(
            "open-weights",
            AiNewsBot.Facts.Verdicts.VerdictText.ToSlug(Ask("one", "one", [Aspect.Licence, Aspect.Openness]).Verdict!.Value)
        );

    [Theory]
    [InlineData("one and two", "one, licence|two, licence")]
    [InlineData("one, two", "one, licence|two, licence")]
    [InlineData("one vs two", "one, licence|two, licence")]
    [InlineData("one und two", "one, licence|two, licence")]
    public void Licences_of_models_that_are_joined_are_told_each(string words, string rows) =>
        Assert.Equal(rows, string.Join('|', Ask(words, "one two", [Aspect.Licence]).Rows.Select(row => row.Label)));

    // In "may I train two with one" one of them is asked about.
    [Theory]
    [InlineData("one with two", Aspect.Outputs, "")]
    [InlineData("one with two", Aspect.CommercialUse, "")]
    [InlineData("one or two", Aspect.CommercialUse, "one, commercial use|two, commercial use")]
    public void Use_is_told_of_the_first_unless_both_are_joined(string words, Aspect aspect, string rows) =>
        Assert.Equal(
            rows,
            string.Join('|', Ask(words, "one two", [aspect]).Rows.Where(row => row.Label.Contains(',')).Select(row => row.Label))
        );

    [Fact]
    public void Several_components_are_rows_of_their_own()
    {
        var answer = Ask("one", "one", [Aspect.Component], ["weights", "training_code"]);

        Assert.Equal(["weights", "training code"], answer.Rows.Select(row => row.Label));
        Assert.Equal("The training code of one is not public.", answer.Rows[1].Value);
    }

    [Fact]
    public void Answer_of_which_a_part_is_known_is_an_answer()
    {
        Assert.Equal(AnswerStatus.Answered, Ask("two", "two", [Aspect.Component], ["training_code", "weights"]).Status);
        Assert.Equal(AnswerStatus.NoFact, Ask("two", "two", [Aspect.Component], ["training_code", "paper"]).Status);
    }

    [Theory]
    [InlineData(Intent.Licence, Aspect.Licence)]
    [InlineData(Intent.CommercialUse, Aspect.CommercialUse)]
    [InlineData(Intent.Restrictions, Aspect.Restrictions)]
    [InlineData(Intent.Component, Aspect.Component)]
    [InlineData(Intent.ReleaseDate, Aspect.ReleaseDate)]
    [InlineData(Intent.Maker, Aspect.Maker)]
    [InlineData(Intent.Timeline, Aspect.History)]
    [InlineData(Intent.List, Aspect.List)]
    [InlineData(Intent.Compare, Aspect.Compare)]
    [InlineData(Intent.Definition, Aspect.Definition)]
    [InlineData(Intent.Topic, Aspect.Topic)]
    [InlineData(Intent.News, Aspect.News)]
    [InlineData(Intent.Openness, Aspect.Openness)]
    public void Intent_is_that_of_its_aspect(Intent intent, Aspect aspect)
    {
        Assert.Equal(aspect, AspectAnswers.AspectOf(intent));
        Assert.Equal(intent, aspect.ToIntent());
    }

    // What is put forward, of "one": whether it is so, and what stays of the answer to the question.
    [Theory]
    [InlineData(false, "That is not so. one: open weights, Permissive; not open source by OSI's definition.")]
    [InlineData(true, "That is so. one: open weights, Permissive; not open source by OSI's definition.")]
    public void Assertion_is_judged_before_the_answer(bool isDenied, string lead)
    {
        var context = Context();
        var says = new Assertion(Aspect.Openness)
        {
            Term = OpennessTerm.OpenSource,
            IsDenied = isDenied,
            Time = TimeScope.Always,
        };
        var answer = Over(context, new Proposition(context.Facts.Find("one")!, says, "one has always been open source"));

        Assert.Equal(lead, answer.Lead);
        Assert.Equal(isDenied, answer.Proposition?.Holds);
    }

    [Fact]
    public void Question_of_yes_or_no_is_answered_with_it()
    {
        var context = Context();
        var says = new Assertion(Aspect.Maker) { Maker = context.Facts.Find("maker") };

        var answer = Over(context, new Proposition(context.Facts.Find("one")!, says, "is one by maker") { IsAsked = true });

        Assert.Equal(("Yes. one: made by Maker.", true, Intent.Maker), (answer.Lead, answer.Proposition?.Holds, answer.Intent));
    }

    [Fact]
    public void Undecided_assertion_leaves_the_answer_as_it_is()
    {
        var context = Context();
        var says = new Assertion(Aspect.Overview) { Base = context.Facts.Find("two") };

        var answer = Over(context, new Proposition(context.Facts.Find("one")!, says, "one is built on two"));

        Assert.Equal(("the answer", null), (answer.Lead, answer.Proposition?.Holds));
        Assert.Equal("one is built on two", answer.Proposition?.Text);
    }

    [Theory]
    [InlineData(true, true, "All of that is so:", true)]
    [InlineData(true, false, "Some of that is so:", false)]
    [InlineData(false, false, "None of that is so:", false)]
    public void Several_things_said_are_judged_each(bool first, bool second, string lead, bool holds)
    {
        var context = Context();

        var answer = Over(context, Closed("two", first), Closed("one", !second));

        Assert.Equal((lead, holds), (answer.Lead, answer.Proposition?.Holds));
        Assert.Equal(2, answer.Rows.Length);
        Assert.StartsWith(first ? "That is so." : "That is not so.", answer.Rows[0].Value, StringComparison.Ordinal);

        Proposition Closed(string id, bool isClosed) =>
            new(
                context.Facts.Find(id)!,
                new Assertion(Aspect.Openness) { Term = OpennessTerm.Closed, IsDenied = !isClosed },
                $"{id} is closed"
            );
    }

    public static TheoryData<string, string> Said =>
        new()
        {
            { "term", "one is open source" },
            { "denied", "one is not open source" },
            { "always", "one has always been open source" },
            { "never", "one has never been open source" },
            { "at release", "one came out open source" },
            { "some", "some release of Family is open source" },
            { "all", "every release of Family is open source" },
            { "none", "no release of Family is open source" },
            { "licence", "one is under Permissive" },
            { "part", "one, training code: under Permissive" },
            { "approved", "Permissive is OSI-approved" },
            { "commercial", "one may be used commercially" },
            { "unlimited", "one may not be used commercially without restriction" },
            { "outputs", "the outputs of one may be used commercially" },
            { "free", "one comes without restrictions" },
            { "bound", "one comes with restrictions" },
            { "condition", "the licence of one has a limit on users" },
            { "no condition", "the licence of one does not have a limit on users" },
            { "component", "one, training code: not public" },
            { "base", "one is built on two" },
            { "maker", "one is not made by Maker" },
            { "date", "one was released March 2024" },
            { "before", "the weights of one were released before March 2024" },
            { "announced", "one was announced after March 2024" },
            { "then", "one was open source (March 2024)" },
        };

    [Theory]
    [MemberData(nameof(Said))]
    public void Assertion_is_told_back_in_plain_words(string key, string text)
    {
        var context = Context();
        var facts = context.Facts;
        var (first, last) = (new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31));
        DatePhrase At(DateOnly day) => new(day, new Period(first, last), DateProblem.None, "March 2024", 0, 2);
        var term = new Assertion(Aspect.Openness) { Term = OpennessTerm.OpenSource };
        var (subject, says) = key switch
        {
            "denied" => ("one", term with { IsDenied = true }),
            "always" => ("one", term with { Time = TimeScope.Always }),
            "never" => ("one", term with { Time = TimeScope.Ever, IsDenied = true }),
            "at release" => ("one", term with { Time = TimeScope.AtRelease }),
            "some" => ("family", term with { Reach = Reach.Any }),
            "all" => ("family", term with { Reach = Reach.All }),
            "none" => ("family", term with { Reach = Reach.Any, IsDenied = true }),
            "licence" => ("one", new Assertion(Aspect.Licence) { Licence = facts.Licence("Permissive") }),
            "part" => ("one", new Assertion(Aspect.Licence) { Licence = facts.Licence("Permissive"), Component = Components.TrainingCode }),
            "approved" => ("Permissive", new Assertion(Aspect.Openness) { Term = OpennessTerm.OsiApproved }),
            "commercial" => ("one", new Assertion(Aspect.CommercialUse)),
            "unlimited" => ("one", new Assertion(Aspect.CommercialUse) { IsUnlimited = true, IsDenied = true }),
            "outputs" => ("one", new Assertion(Aspect.Outputs)),
            "free" => ("one", new Assertion(Aspect.Restrictions) { IsUnlimited = true }),
            "bound" => ("one", new Assertion(Aspect.Restrictions) { IsUnlimited = true, IsDenied = true }),
            "condition" => ("one", new Assertion(Aspect.Restrictions) { Condition = "user-cap" }),
            "no condition" => ("one", new Assertion(Aspect.Restrictions) { Condition = "user-cap", IsDenied = true }),
            "component" => ("one", new Assertion(Aspect.Component) { Component = Components.TrainingCode, IsDenied = true }),
            "base" => ("one", new Assertion(Aspect.Overview) { Base = facts.Find("two") }),
            "maker" => ("one", new Assertion(Aspect.Maker) { Maker = facts.Find("maker"), IsDenied = true }),
            "date" => ("one", new Assertion(Aspect.ReleaseDate) { Date = At(last) }),
            "before" => ("one", new Assertion(Aspect.ReleaseDate) { Date = At(first.AddDays(-1)), Component = Components.Weights }),
            "announced" => ("one", new Assertion(Aspect.ReleaseDate) { Date = At(last.AddDays(1)), IsAnnouncement = true }),
            "then" => ("one", term with { Date = At(last) }),
            _ => ("one", term),
        };

        Assert.Equal(text, ClaimText.Create(context, new Proposition(facts.Find(subject)!, says, "")));
    }

    private static Answer Over(AnswerContext context, params Proposition[] propositions)
    {
        var one = context.Facts.Find("one")!;
        var links = propositions.Select((claim, index) => new EntityLink([claim.Subject], index, 1, claim.Subject.Name, false, null));
        context = context with
        {
            Question = context.Question with
            {
                Tokens = Tokenizer.Split("one two three"),
                Links = [.. links],
                Propositions = [.. propositions],
                Aspects = [Aspect.Openness],
            },
        };
        return PropositionAnswers.Over(context, context.Answer([one], "the answer", []) with { Intent = Intent.Openness });
    }

    private static Answer Ask(string words, string named, ImmutableArray<Aspect> aspects, ImmutableArray<string> components = default)
    {
        var context = Context();
        var tokens = Tokenizer.Split(words);
        EntityLink[] links =
        [
            .. named
                .Split(' ')
                .Select(id => new EntityLink(
                    [context.Facts.Find(id)!],
                    tokens.Select(token => token.Text).ToList().IndexOf(id),
                    1,
                    id,
                    false,
                    null
                )),
        ];
        context = context with
        {
            Question = context.Question with
            {
                Tokens = tokens,
                Links = [.. links],
                Mentions = [.. links.Select(link => new Mention(link.Start, 1, link.Typed, link.Candidates, MentionRole.Subject))],
                Aspects = aspects,
                Intent = aspects[0].ToIntent(),
                Components = components.IsDefault ? [] : components,
                Propositions = [],
            },
        };
        return AspectAnswers.Create(context, [.. links.Select(link => link.Subject)], null);
    }

    private static AnswerContext Context() => FactBuilder.Context() with { Facts = Asked.Facts(One, Two) };
}
