using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Links;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>The fields of a moderator's own news, empty or with what was written.</summary>
internal static class PostFields
{
    public static ImmutableArray<FormField> Create(ScheduledPost? post) =>
        [
            new FormField("title", "Title", "What happened, in a line", 200) { Value = post?.Title },
            new FormField("text", "Text", "A few sentences", 2000)
            {
                Kind = FieldKind.Paragraph,
                IsOptional = true,
                Value = post?.Text,
            },
            new FormField("link", "Link", "https://…", PublicLink.MaxLength) { IsOptional = true, Value = post?.Link },
        ];

    /// <summary>The title and the link that were written, or why they cannot be posted.</summary>
    public static (string? Title, string? Link, string? Fault) Read(Request request)
    {
        if (request.Field("title") is not { } title)
            return (null, null, "News has a title. Nothing was posted.");
        if (request.Field("link") is not { } written)
            return (title, null, null);

        // People leave the scheme out; a word without a dot is no host.
        var link = written.Contains("://", StringComparison.Ordinal) ? written : $"https://{written}";
        var fault = PublicLink.GetFault(link) switch
        {
            LinkError.TooLong => $"The link is longer than {PublicLink.MaxLength} characters. Nothing was posted.",
            LinkError.Private when !written.Contains("://", StringComparison.Ordinal) =>
                $"'{written}' is no web address. Nothing was posted.",
            LinkError.Private =>
                $"Others cannot read {PublicLink.HostOf(new Uri(link))}: give a link on the public web. Nothing was posted.",
            LinkError.NoAddress => $"'{written}' is no web address that begins with https:// or http://. Nothing was posted.",
            _ => null,
        };
        return (title, fault is null ? new Uri(link).AbsoluteUri : null, fault);
    }
}
