using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Links;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>The fields of a moderator's own news, empty or with what was written.</summary>
internal static class PostFields
{
    private static ChatTexts Texts => ChatTexts.Current;

    public static ImmutableArray<FormField> Create(ScheduledPost? post) =>
        [
            new FormField("title", Texts["post.ask_title"], Texts["post.hint_title"], 200) { Value = post?.Title },
            new FormField("text", Texts["post.ask_text"], Texts["post.hint_text"], 2000)
            {
                Kind = FieldKind.Paragraph,
                IsOptional = true,
                Value = post?.Text,
            },
            new FormField("link", Texts["post.ask_link"], "https://…", PublicLink.MaxLength) { IsOptional = true, Value = post?.Link },
        ];

    /// <summary>The title and the link that were written, or why they cannot be posted.</summary>
    public static (string? Title, string? Link, string? Fault) Read(Request request)
    {
        if (request.Field("title") is not { } title)
            return (null, null, NothingPosted(Texts["post.no_title"]));
        if (request.Field("link") is not { } written)
            return (title, null, null);

        // People leave the scheme out; a word without a dot is no host.
        var link = written.Contains("://", StringComparison.Ordinal) ? written : $"https://{written}";
        var fault = PublicLink.GetFault(link) switch
        {
            LinkError.TooLong => Texts["post.link_too_long", ("count", $"{PublicLink.MaxLength}")],
            LinkError.Private when !written.Contains("://", StringComparison.Ordinal) => Texts["post.no_address", ("text", written)],
            LinkError.Private => Texts["post.private_link", ("host", PublicLink.HostOf(new Uri(link)))],
            LinkError.NoAddress => Texts["post.no_scheme", ("text", written)],
            _ => null,
        };
        return fault is null ? (title, new Uri(link).AbsoluteUri, null) : (title, null, NothingPosted(fault));
    }

    private static string NothingPosted(string reason) => Texts["post.nothing_posted", ("reason", reason)];
}
