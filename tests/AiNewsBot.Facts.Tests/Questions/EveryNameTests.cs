using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Every model and maker, by each of its names, in many ways of asking.</summary>
public sealed class EveryNameTests(ITestOutputHelper output)
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("Is {0} open source?", Intent.Openness)]
    [InlineData("is {0} really open source, or only open weights?", Intent.Openness)]
    [InlineData("Can someone tell me whether {0} counts as open source?", Intent.Openness)]
    [InlineData("how open is {0}", Intent.Openness)]
    [InlineData("pretty sure {0} is open source", Intent.Openness)]
    [InlineData("What license is {0} under?", Intent.Licence)]
    [InlineData("{0} licence?", Intent.Licence)]
    [InlineData("Can I use {0} commercially?", Intent.CommercialUse)]
    [InlineData("could my company use {0} in production", Intent.CommercialUse)]
    [InlineData("What restrictions does {0} have?", Intent.Restrictions)]
    [InlineData("Is the training data of {0} public?", Intent.Component)]
    [InlineData("are the weights of {0} available to download", Intent.Component)]
    [InlineData("When was {0} released?", Intent.ReleaseDate)]
    [InlineData("when did {0} come out", Intent.ReleaseDate)]
    [InlineData("Who makes {0}?", Intent.Maker)]
    [InlineData("Give me the timeline of {0}.", Intent.Timeline)]
    [InlineData("any recent news about {0}?", Intent.News)]
    public void Model_is_found_by_each_of_its_names(string form, Intent intent)
    {
        var names = Answerer
            .Facts.Releases.Concat(Answerer.Facts.Families)
            .SelectMany(view => view.Subject.Aliases.Prepend(view.Name).Select(name => (Name: name, View: view)))
            .ToArray();

        var lost = names
            .Where(pair => !IsRight(Answerer.Ask(string.Format(null, form, pair.Name), FactBuilder.Today), pair.View, intent))
            .ToArray();

        foreach (var (name, view) in lost)
            output.WriteLine(
                $"{string.Format(null, form, name)}: {Told(Answerer.Ask(string.Format(null, form, name), FactBuilder.Today))} instead "
                    + $"of {view.Id}"
            );
        Assert.True(lost.Length == 0, $"{lost.Length} of {names.Length} names");
    }

    [Theory]
    [InlineData(" ", "")]
    [InlineData(" ", "-")]
    [InlineData("-", " ")]
    [InlineData("-", "")]
    public void Model_is_found_however_its_name_is_separated(string parted, string otherwise)
    {
        var names = Answerer
            .Facts.Releases.Concat(Answerer.Facts.Families)
            .Select(view => (Name: view.Name.Replace(parted, otherwise, StringComparison.Ordinal).ToLowerInvariant(), View: view))
            .ToArray();

        var lost = names
            .Where(pair => !IsRight(Answerer.Ask($"is {pair.Name} open source", FactBuilder.Today), pair.View, Intent.Openness))
            .Select(pair => pair.Name)
            .ToArray();

        Assert.True(lost.Length == 0, string.Join("; ", lost));
    }

    [Theory]
    [InlineData("Is {0} 97 open source?")]
    [InlineData("what licence does {0} 97 have")]
    [InlineData("can i use {0}-97 commercially")]
    [InlineData("is {0}97 open source")]
    public void Unknown_version_is_not_answered_for_another(string form)
    {
        // Written as one word with its version, a name is one word itself.
        var answered = Answerer
            .Facts.Families.Where(family =>
                !form.Contains("}97", StringComparison.Ordinal) || !family.Name.Contains(' ', StringComparison.Ordinal)
            )
            .Select(family => string.Format(null, form, family.Name))
            .Where(question =>
                Answerer.Ask(question, FactBuilder.Today) is { Status: not (AnswerStatus.UnknownSubject or AnswerStatus.Ambiguous) }
            )
            .ToArray();

        Assert.True(answered.Length == 0, string.Join("; ", answered));
    }

    [Theory]
    [InlineData("Is {0} open source?", Intent.Openness)]
    [InlineData("how open are {0}'s models", Intent.Openness)]
    [InlineData("list the open models from {0}", Intent.List)]
    [InlineData("which models by {0} can i use commercially", Intent.List)]
    [InlineData("what has {0} released as open weights", Intent.List)]
    [InlineData("latest news about {0}", Intent.News)]
    public void Maker_is_found_by_each_of_its_names(string form, Intent intent)
    {
        var makers = Answerer
            .Facts.Organizations.Where(maker => !Answerer.Facts.ReleasesOf(maker).IsEmpty)
            .SelectMany(maker => maker.Subject.Aliases.Prepend(maker.Name).Select(name => (Name: name, Maker: maker)));

        // A family that is called like its maker, as DeepSeek is, answers for him.
        var lost = makers
            .Where(pair =>
                Answerer.Ask(string.Format(null, form, pair.Name), FactBuilder.Today) is var answer
                && !(answer.Intent == intent && answer.Subjects is [var first, ..] && Answerer.Facts.MakerOf(first) == pair.Maker)
            )
            .Select(pair => pair.Name)
            .ToArray();

        Assert.True(lost.Length == 0, string.Join("; ", lost));
    }

    private static bool IsRight(Answer answer, SubjectView view, Intent intent) =>
        answer.Intent == intent
        && answer.Status is AnswerStatus.Answered or AnswerStatus.NoFact
        && answer.Subjects is [var first, ..]
        && (
            first == view
            || Answerer.Facts.FamilyOf(view) == first && Answerer.Facts.ReleasesOf(first).Length == 1
            || Answerer.Facts.FamilyOf(first) == view && Answerer.Facts.ReleasesOf(view).Length == 1
        );

    private static string Told(Answer answer) =>
        $"{answer.Status} {answer.Intent} {string.Join(", ", answer.Subjects.Select(subject => subject.Id))}";
}
