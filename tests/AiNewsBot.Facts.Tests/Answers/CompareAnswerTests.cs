using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Which of several models is the more open, and how those differ that are alike.</summary>
public sealed class CompareAnswerTests
{
    private const string Out = "weights available 2024-01-01; ";

    [Theory]
    [InlineData("b is the more open.", Out + "licence Capped", Out + "licence Permissive")]
    [InlineData("b is the most open.", "weights unavailable", Out + "licence Permissive", Out + "licence Capped")]
    [InlineData("b and c are the most open.", "weights unavailable", Out + "licence Permissive", Out + "licence Free")]
    [InlineData("They are equally closed: the weights of a and b are not published.", "weights unavailable", "weights unavailable")]
    [InlineData("I do not know how open a or c is.", "weights unknown", Out + "licence Permissive", "weights unknown")]
    [InlineData(
        "a and b are alike in kind, open weights: each has 1 of 17 components public.",
        Out + "licence Permissive",
        "weights gated 2024-01-01; licence Free; paper partial"
    )]
    [InlineData(
        "a and b are alike in kind, restricted weights: b has 2 of 17 components public; a has 1 of 17 components public.",
        Out + "licence Capped",
        Out + "licence Capped; paper available"
    )]
    [InlineData(
        "a and b are alike in kind, open weights: each has 2 of 17 components public; only a has paper; only b has model card.",
        Out + "licence Permissive; paper available",
        Out + "licence Permissive; model_card available"
    )]
    [InlineData(
        "b and d are the most open.",
        "weights unavailable",
        Out + "licence Permissive",
        Out + "licence Capped",
        Out + "licence Free"
    )]
    public void Models_are_compared_by_their_verdicts_and_then_by_their_parts(string lead, params string[] models) =>
        Assert.Equal(lead, Compare([.. models.Select((lines, index) => $"{(char)('a' + index)} = {lines}")]).Lead);

    [Fact]
    public void Rows_tell_verdict_licence_and_the_five_parts_that_people_look_at_first()
    {
        var answer = Compare("a = " + Out + "licence Capped; paper available", "b = weights unavailable");

        Assert.Equal(
            "a: restricted weights (Capped) / b: closed / weights: a public; b not public / training code: a not known; b not known / "
                + "inference code: a not known; b not known / training data: a not known; b not known / paper: a public; b not known",
            answer.Rows()
        );
        Assert.Equal([("a", Availability.Available), ("b", Availability.Unavailable)], answer.Rows[2].Cells);
    }

    [Fact]
    public void Rows_are_those_in_which_the_models_differ() =>
        Assert.Equal(
            ["weights", "training code", "architecture", "model card", "data card"],
            Compare(
                "a = " + Out + "licence Permissive; paper available; architecture available; model_card available; data_card available",
                "b = " + Out + "licence Capped; paper available; training_code available"
            )
                .Rows.Skip(2)
                .Select(row => row.Label)
        );

    [Fact]
    public void Families_under_one_licence_differ_in_how_much_of_them_is_public()
    {
        var context = FactBuilder.Context() with
        {
            Facts = Asked.Facts(
                [
                    FactLine.Subject(SubjectKind.Family, "second") with
                    {
                        Parent = "maker",
                    },
                    FactLine.Model("d", "weights available 2024-01-01", "licence Capped", "paper available") with
                    {
                        Parent = "second",
                    },
                ],
                "a = " + Out + "licence Capped",
                "b = " + Out + "licence Capped; paper available; model_card available"
            ),
        };

        Assert.Equal(
            "Family and second are alike in kind, restricted weights: Family has 1 to 3 of 17 components public; "
                + "second has 2 of 17 components public.",
            CompareAnswers.Create(context, [context.Facts.Find("family")!, context.Facts.Find("second")!]).Lead
        );
    }

    [Fact]
    public void Families_that_differ_in_themselves_are_mixed_and_those_alike_differ_by_their_licences()
    {
        var context = Context("a = " + Out + "licence Capped", "b = " + Out + "licence Plain", "c = weights unavailable");
        var facts = context.Facts;
        var other = context with
        {
            Facts = Asked.Facts(
                [
                    FactLine.Subject(SubjectKind.Family, "second") with
                    {
                        Parent = "maker",
                    },
                    FactLine.Model("d", "weights available 2024-01-01", "licence Capped") with
                    {
                        Parent = "second",
                    },
                ],
                "a = " + Out + "licence Capped",
                "b = " + Out + "licence Plain"
            ),
        };

        Assert.Equal(
            "It depends on the release: Family is mixed.",
            CompareAnswers.Create(context, [facts.Find("family")!, facts.Find("a")!]).Lead
        );
        Assert.Equal(
            "Family and second are alike in kind, restricted weights: Family under Capped and Plain; second under Capped.",
            CompareAnswers.Create(other, [other.Facts.Find("family")!, other.Facts.Find("second")!]).Lead
        );
    }

    [Fact]
    public void Commercial_use_is_compared_where_that_is_asked_for()
    {
        var context = Context(
            "a = weights unavailable",
            "b = " + Out + "licence Permissive",
            "c = " + Out + "licence Capped",
            "d = " + Out + "licence Non-Commercial",
            "e = weights unknown"
        );
        context = context with { Question = context.Question with { AsksCommercialUse = true } };

        Assert.Equal("Commercial use: b yes; a only through its maker's service.", Lead("a", "b"));
        Assert.Equal("Commercial use: c under conditions; d no; e unknown.", Lead("c", "d", "e"));
        Assert.Equal("Commercial use: b yes; Family depending on the release.", Lead("family", "b"));

        string Lead(params string[] ids) => CompareAnswers.Create(context, ids.Select(id => context.Facts.Find(id)!)).Lead;
    }

    [Fact]
    public void Comparison_of_one_model_tells_its_verdict() =>
        Assert.Equal("a is closed: its weights are not published.", Compare("a = weights unavailable").Lead);

    // Who is where, and how many users a licence allows: the answer on use is told by that.
    [Theory]
    [InlineData("DE", "Not there: under Local, Not in the European Union; that does not bind end users.")]
    [InlineData("EU", "Not there: under Local, Not in the European Union; that does not bind end users.")]
    [InlineData("US", "Yes: Local allows commercial use of one.")]
    public void Place_that_a_licence_leaves_out_is_told_first(string place, string lead)
    {
        var context = Context("one = " + Out + "licence Local");
        context = context with { Question = context.Question with { Places = [place], Aspects = [Aspect.CommercialUse] } };
        var answer = context.Answer([context.Facts.Find("one")!], "Yes: Local allows commercial use of one.", []) with
        {
            Intent = Intent.CommercialUse,
        };

        Assert.Equal(lead, (PlaceAnswers.Over(context, answer) ?? answer).Lead);
    }

    [Fact]
    public void Place_that_is_asked_for_and_not_left_out_is_allowed()
    {
        var context = Context("one = " + Out + "licence Local");
        context = context with { Question = context.Question with { Places = ["US"], Aspects = [Aspect.Territory] } };
        var answer = context.Answer([context.Facts.Find("one")!], "", []) with { Intent = Intent.Restrictions };

        Assert.Equal("Yes: Local of one leaves out other places: Not in the European Union.", PlaceAnswers.Over(context, answer)?.Lead);
    }

    [Theory]
    [InlineData("with 2 million users", "No, not under Terms alone: you have more than 1 million users.")]
    [InlineData("with 500k users", "Yes, under conditions: you are not above the 1 million users up to which Terms allows it.")]
    [InlineData("with 1 million users", null)]
    [InlineData("with more than 1 million users", "No, not under Terms alone: you have more than 1 million users.")]
    [InlineData("with 2 million dollars of revenue", null)]
    [InlineData("with many users", null)]
    public void Number_of_users_is_compared_with_the_cap(string question, string? lead)
    {
        var context = Context("one = " + Out + "licence Terms");
        context = context with
        {
            Question = context.Question with { Tokens = AiNewsBot.Facts.Text.Tokenizer.Split($"can I use it {question}") },
        };
        var answer = context.Answer([context.Facts.Find("one")!], "", []) with { Intent = Intent.CommercialUse };

        Assert.Equal(lead, CapAnswers.Over(context, answer)?.Lead);
    }

    [Fact]
    public void Cap_names_the_steward_from_whom_a_licence_is_had()
    {
        var terms = FactLine.Terms("Big", "commercial conditional", "condition revenue-cap | text: Up to that. | limit: 20500000");
        var context = FactBuilder.Context() with
        {
            Facts = Asked.Facts([terms with { Details = terms.Details.Add(DetailNames.Steward, "maker") }], "one = " + Out + "licence Big"),
        };
        context = context with
        {
            Question = context.Question with { Tokens = AiNewsBot.Facts.Text.Tokenizer.Split("may I use it with 30 million revenue") },
        };
        var answer = context.Answer([context.Facts.Find("one")!], "", []) with { Intent = Intent.CommercialUse };

        Assert.Equal(
            "No, not without a licence from Maker: you have more than 20,500,000 US dollars of revenue.",
            CapAnswers.Over(context, answer)?.Lead
        );
    }

    private static Answer Compare(params string[] models)
    {
        var context = Context(models);
        return CompareAnswers.Create(context, models.Select(model => context.Facts.Find(model.Split(' ')[0])!));
    }

    private static AnswerContext Context(params string[] models) => FactBuilder.Context() with { Facts = Asked.Facts(models) };
}
