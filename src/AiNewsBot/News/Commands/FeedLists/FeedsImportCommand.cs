using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Opml;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/feeds import: the feeds of a list that another reader exported.</summary>
internal sealed class FeedsImportCommand(IChatFiles files, ServerFeeds serverFeeds) : Command
{
    private const string File = "file";

    private static ChatTexts Texts => ChatTexts.Current;

    public override CommandDefinition Definition { get; } =
        new(
            "feeds import",
            "Add the feeds of an OPML file that another reader exported",
            new OptionDefinition(File, "The file", OptionKind.File, IsRequired: true)
        );

    public override LimitedAction? Limit => LimitedAction.FeedRequest;

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Option(File) is not { } option || !request.Files.TryGetValue(option, out var file))
            return Replies.Ephemeral(new Refusal(RefusalCode.FileMissing));
        if (file.Size > OpmlReader.MaxBytes)
            return Replies.Ephemeral(new Refusal(RefusalCode.FileTooLarge, $"{file.Size / 1024}", $"{OpmlReader.MaxBytes / 1024}"));
        if (await files.ReadAsync(file, OpmlReader.MaxBytes, cancellationToken) is not { } content)
            return Replies.Ephemeral(new Refusal(RefusalCode.FileUnreadable));
        try
        {
            return await AddAsync([.. OpmlReader.Read(content)], request.Caller.Server!, request.Caller.User, cancellationToken);
        }
        catch (FeedFormatException exception)
        {
            return Replies.Ephemeral(request.Texts["feeds.no_list", ("reason", FeedFaults.Sentence(exception.Fault))]);
        }
    }

    // Each is read when its turn comes; what it has then is its beginning, and not posted.
    private async Task<Reply.Show> AddAsync(OpmlFeed[] listed, string server, string user, CancellationToken cancellationToken)
    {
        var room = ServerFeeds.MaxCount - await serverFeeds.CountAsync(server, cancellationToken);
        var (added, known) = (0, 0);
        var left = new List<string>();
        foreach (var feed in listed)
        {
            if (FeedAddress.TryParse(feed.Url, out FeedAddressFault? fault) is not { } address)
                left.Add($"- {Markdown.Escape(AddressFaultText.Create(FeedNames.Short(feed.Url), fault))}");
            else if (added == room)
                left.Add(
                    Texts[
                        "feeds.no_room",
                        ("name", Markdown.Escape(FeedNames.Short(feed.Title ?? feed.Url))),
                        ("count", $"{ServerFeeds.MaxCount}")
                    ]
                );
            else if (await serverFeeds.AddAsync(address, server, null, user, cancellationToken))
                added++;
            else
                known++;
        }

        return new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null))
                .Add(
                    Texts["feeds.imported", ("feeds", Texts.Count("count.feeds", added)), ("known", Texts.Count("feeds.were_known", known))]
                )
                .Add([.. left], AnswerText.More)
                .Add($"-# {Texts["feeds.imported_note"]}")
                .ToCard(),
            IsPrivate: true
        );
    }
}
