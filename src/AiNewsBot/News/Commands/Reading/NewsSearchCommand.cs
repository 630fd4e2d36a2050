using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.News.Commands.Reading;

/// <summary>/news search: stories by their words.</summary>
internal sealed class NewsSearchCommand(NewsSearch search) : Command
{
    private const string Text = "text";
    private const int MaxCount = 15;
    private const int MaxLength = 100;

    public override CommandDefinition Definition { get; } =
        new(
            "news search",
            "Stories by the words in them",
            new OptionDefinition(Text, "Words that are all in the story", IsRequired: true, MaxLength: MaxLength),
            Private
        );

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var text = request.Option(Text) ?? "";
        var stories = await search.FindAsync(
            request.Caller.Server,
            text.Length <= MaxLength ? text : text[..MaxLength],
            MaxCount,
            cancellationToken
        );
        return stories.IsEmpty
            ? Replies.Ephemeral(request.Texts["stories.none_with"])
            : new Reply.Show(StoryLists.Create(request.Texts["stories.with"], stories), IsPrivate(request));
    }
}
