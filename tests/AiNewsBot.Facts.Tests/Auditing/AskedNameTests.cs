using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Auditing;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Auditing;

/// <summary>The names that people ask for most, asked of the facts that come with the program.</summary>
public sealed class AskedNameTests
{
    private const int MaxOnIndexes = 12;

    private static readonly AskedName[] Asked = Ask();

    [Fact]
    public void Every_name_is_answered_for_what_it_names()
    {
        var expected = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Auditing", "AskedNames.txt")).ToArray();

        Assert.Equal(expected, Asked.Select(asked => $"{asked.Name} | {string.Join(", ", asked.Subjects.Select(subject => subject.Id))}"));
        Assert.All(Asked, asked => Assert.True(asked.Status == AnswerStatus.Answered, asked.Name));
    }

    [Fact]
    public void Few_names_rest_on_indexes_of_models_for_their_licence_or_dates() =>
        Assert.InRange(Asked.Count(asked => !asked.OnIndexes.IsEmpty), 0, MaxOnIndexes);

    private static AskedName[] Ask()
    {
        var answerer = ShippedFacts.Answerer;
        return [.. AskedName.MostAsked.Select(name => AskedName.Create(answerer, name, FactBuilder.Today.AddDays(5)))];
    }
}
