using AiNewsBot.Commands;
using AiNewsBot.News.Rendering;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>/news search: stories by their words.</summary>
internal sealed class NewsSearchCommand(NewsSearch search) : Command
{
    private const string Text = "text";
    private const int Most = 15;
    private const int Longest = 100;

    public override CommandDefinition Definition { get; } = new(
        "news search", "Stories by the words in them", new OptionDefinition(Text, "Words that all stand in the story", IsRequired: true, LongestText: Longest), Private);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var text = request.Option(Text) ?? "";
        var stories = search.Find(request.Caller.Server, text.Length <= Longest ? text : text[..Longest], Most);
        return ValueTask.FromResult(stories.IsEmpty
            ? Answered.Say("No story has all of these words in it.")
            : new Reply.Show(StoryLists.Of("Stories with these words", stories), IsPrivate(request)));
    }
}
