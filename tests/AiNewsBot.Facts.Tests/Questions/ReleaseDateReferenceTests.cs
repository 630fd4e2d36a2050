using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Days that are named by a release: before Zebra 2, at launch; and whom a list leaves out.</summary>
public sealed class ReleaseDateReferenceTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly FactBase Facts = YamlFacts.Create(
        """
        organizations:
          - {id: zoo, name: Zoological Society}
        licences:
          - {id: MIT, name: MIT License}
        family: {id: zebra, name: Zebra, organization: zoo}
        releases:
          - id: zebra-1
            name: Zebra 1
            announced: {on: 2023-05, source: maker}
            weights: {is: available, since: 2023-07-01, source: maker}
          - {id: zebra-2, name: Zebra 2, announced: {on: 2024-03, source: maker}}
          - {id: zebra-3, name: Zebra 3}
          - {id: zebra-4, name: Zebra 4, announced: {on: 2027, source: maker}}
        """
    );

    [Theory]
    [InlineData("was zebra 1 open before zebra 2", "2024-02-29", "zebra-2")]
    [InlineData("was zebra 1 open after zebra 2", "2024-04-01", "zebra-2")]
    [InlineData("was zebra 2 open before zebra 1", "2023-06-30", "zebra-1")]
    [InlineData("is zebra 1 open after zebra 4", "2026-11-24", "zebra-4")]
    [InlineData("was zebra 1 open before zebra 3", null, null)]
    [InlineData("was zebra 1 open or zebra 2", null, null)]
    [InlineData("was it open before zebra 2", null, null)]
    [InlineData("was zebra 1 open before zebra", null, null)]
    [InlineData("what licence did zebra 1 have at launch", "2023-07-01", null)]
    [InlineData("what licence did zebra 2 have at launch", "2024-03-31", null)]
    [InlineData("what licence did zebra 4 have at launch", null, null)]
    [InlineData("what licence did zebra have at launch", null, null)]
    public void Release_names_a_day(string question, string? day, string? named)
    {
        var (tokens, links, cues) = Parts(question);

        var read = EventDates.Read(links, cues, tokens, Today);

        Assert.Equal((day, named), (read?.Date.Day?.ToString("yyyy-MM-dd", null), read?.Named?.Subject.Id));
    }

    [Theory]
    [InlineData("models apart from zebra 1", "zebra-1")]
    [InlineData("models not from zebra 1", "zebra-1")]
    [InlineData("models not zebra 1", "zebra-1")]
    [InlineData("models except zebra 1 and zebra 2", "zebra-1 zebra-2")]
    [InlineData("models except zebra 1 or the zebra 2", "zebra-1 zebra-2")]
    [InlineData("models except zebra 1 by zebra 2", "zebra-1")]
    [InlineData("models from zebra 1", "")]
    [InlineData("models except mit license", "")]
    [InlineData("zebra 1 models", "")]
    public void Names_behind_an_exception_and_joined_to_it_are_left_out_of_a_list(string question, string excluded)
    {
        var (tokens, links, cues) = Parts(question);

        Assert.Equal(
            excluded,
            string.Join(' ', ExclusionReader.Read(links, cues, tokens, Languages.Lexicon).Select(link => link.Subject.Id))
        );
    }

    private static (
        System.Collections.Immutable.ImmutableArray<Token>,
        System.Collections.Immutable.ImmutableArray<AiNewsBot.Facts.Linking.EntityLink>,
        System.Collections.Immutable.ImmutableArray<CueHit>
    ) Parts(string question)
    {
        var tokens = Tokenizer.Split(question);
        var links = YamlFacts.Linker(Facts).Link(tokens);
        var cues = new CueFinder(Languages.Lexicon).Find(tokens, index => links.Any(link => link.Start <= index && index < link.End));
        return (tokens, links, cues);
    }
}
