using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Which layer spoke: what a server's moderators state, and what was taken back, of what the answer turns on.</summary>
public sealed class LocalNoteTests
{
    private const string TookBackHere = "Moderators of this server took back what was stated of: ";
    private const string TookBack = "The bot's curators took back what was stated of: ";
    private const string UnknownHere = "Moderators of this server state that this is not known: ";

    [Fact]
    public void Answer_of_shipped_facts_says_nothing_of_layers()
    {
        var context = FactBuilder.Context(Release());

        Assert.Null(LocalNotes.Stated(context, Answer(context, Global(Properties.Licence))));
        Assert.Empty(LocalNotes.Unknown(context, Answer(context)));
    }

    [Fact]
    public void Statement_of_moderators_is_named_once()
    {
        var context = FactBuilder.Context(Release());
        var answer = Answer(context, Local("model_weights.licence"), Local(Properties.Licence), Local(Properties.Licence), Global("event"));

        Assert.Equal(
            "Moderators of this server state this. What they state: model weights: licence, licence.",
            LocalNotes.Stated(context, answer)
        );
    }

    [Fact]
    public void Facts_of_several_subjects_are_named_with_them_and_those_beyond_four_counted()
    {
        var context = FactBuilder.Context(Release());
        var answer = Answer(
            context,
            [.. Enumerable.Range(1, 5).Select(i => Local(Properties.Licence) with { Subject = i == 1 ? "one" : $"m{i}" })]
        );

        Assert.EndsWith("licence (one), licence (m2), licence (m3), licence (m4), and 1 more.", LocalNotes.Stated(context, answer));
    }

    [Theory]
    [InlineData(true, TookBackHere)]
    [InlineData(false, TookBack)]
    public void Retracted_statement_is_told_with_who_retracted_it(bool isLocal, string note)
    {
        var context = FactBuilder.Context(Release() with { Withdrawn = [new Withdrawal(Properties.Licence, isLocal)] });

        Assert.Equal($"{note}licence.", Assert.Single(LocalNotes.Unknown(context, Answer(context))));
    }

    [Fact]
    public void Statement_that_was_retracted_and_made_again_is_known()
    {
        var context = FactBuilder.Context(
            Release(Global(Properties.Licence) with { Value = "Permissive" }) with
            {
                Withdrawn = [new Withdrawal(Properties.Licence, true)],
            }
        );

        Assert.Empty(LocalNotes.Unknown(context, Answer(context)));
    }

    [Theory]
    [InlineData("unknown", true)]
    [InlineData("Permissive", false)]
    public void Unknown_that_moderators_state_is_told(string value, bool isTold)
    {
        var context = FactBuilder.Context(Release(Local(Properties.Licence) with { Value = value }));

        Assert.Equal(isTold ? [$"{UnknownHere}licence."] : [], LocalNotes.Unknown(context, Answer(context)));
    }

    [Fact]
    public void Family_tells_what_was_taken_back_of_its_releases()
    {
        var context = FactBuilder.Context(Release() with { Withdrawn = [new Withdrawal(Properties.Licence, true)] });
        var answer = Answer(context) with { Subjects = [context.Facts.Find("family")!] };

        Assert.Equal($"{TookBackHere}licence (one).", Assert.Single(LocalNotes.Unknown(context, answer)));
    }

    [Theory]
    [InlineData(nameof(Intent.Openness), Properties.Licence, true)]
    [InlineData(nameof(Intent.Openness), Properties.DataInformation, true)]
    [InlineData(nameof(Intent.Openness), Components.Weights, true)]
    [InlineData(nameof(Intent.Compare), "weights.licence", true)]
    [InlineData(nameof(Intent.Openness), Properties.Event, false)]
    [InlineData(nameof(Intent.Licence), Properties.Licence, true)]
    [InlineData(nameof(Intent.CommercialUse), Properties.Commercial, true)]
    [InlineData(nameof(Intent.Restrictions), Properties.Condition, true)]
    [InlineData(nameof(Intent.Licence), "weights.licence", true)]
    [InlineData(nameof(Intent.Licence), Components.Weights, false)]
    [InlineData(nameof(Intent.Component), Components.Weights, true)]
    [InlineData(nameof(Intent.Component), Components.TrainingCode, false)]
    [InlineData(nameof(Intent.ReleaseDate), Properties.Announced, true)]
    [InlineData(nameof(Intent.ReleaseDate), Components.Weights, true)]
    [InlineData(nameof(Intent.ReleaseDate), Properties.Licence, false)]
    [InlineData(nameof(Intent.Timeline), Properties.Event, true)]
    [InlineData(nameof(Intent.Timeline), Properties.Promise, true)]
    [InlineData(nameof(Intent.Timeline), Properties.Licence, false)]
    [InlineData(nameof(Intent.Topic), Properties.Says, true)]
    [InlineData(nameof(Intent.Topic), Properties.Event, false)]
    [InlineData(nameof(Intent.Maker), Properties.Licence, false)]
    public void Only_that_on_which_the_answer_turns_is_told(string intent, string property, bool isTold)
    {
        var context = FactBuilder.Context(
            FactBuilder.Release("one") with
            {
                Statements = [],
                Withdrawn = [new Withdrawal(property, true)],
            }
        );
        var answer = Answer(context) with { Intent = Enum.Parse<Intent>(intent), Component = Components.Weights };

        Assert.Equal(isTold, LocalNotes.Unknown(context, answer).Any());
    }

    [Theory]
    [InlineData(nameof(AnswerStatus.NoFact), true)]
    [InlineData(nameof(AnswerStatus.UnknownSubject), false)]
    public void Refusal_tells_it_only_where_a_fact_is_missing(string status, bool isTold)
    {
        var context = FactBuilder.Context(Release() with { Withdrawn = [new Withdrawal(Properties.Licence, true)] });
        var answer = Answer(context) with { Status = Enum.Parse<AnswerStatus>(status) };

        Assert.Equal(isTold, LocalNotes.Unknown(context, answer).Any());
        Assert.Empty(LocalNotes.Unknown(context, answer with { Intent = null }));
    }

    private static Statement Global(string property) => FactBuilder.State("one", property, "value");

    private static Statement Local(string property) => Global(property) with { IsLocal = true };

    private static Subject Release(params Statement[] statements) => FactBuilder.Release("one", statements);

    private static Answer Answer(AnswerContext context, params Statement[] facts) =>
        new()
        {
            Question = "",
            Status = AnswerStatus.Answered,
            Intent = Intent.Licence,
            Lead = "",
            Subjects = [context.Facts.Find("one")!],
            Facts = [.. facts],
        };
}
