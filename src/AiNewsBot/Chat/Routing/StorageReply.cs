using System.Text;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Storage;

namespace AiNewsBot.Chat.Routing;

/// <summary>What the one who asked sees when the database cannot be used: why, whether anything was changed, and what they typed, so that
/// it is not lost.</summary>
internal static class StorageReply
{
    private const string Unchanged = "Nothing was changed.";
    private const string Unclear = "What you sent may have been kept: look before you send it again.";
    private const int MaxShown = 3000;

    public static Reply Create(StorageException fault, Request request)
    {
        if (request.Kind == RequestKind.Autocomplete)
            return new Reply.Autocomplete([]);
        var typed = Typed(request);
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(
            Markdown.Escape(
                $"{Why(fault.Fault)} {(IsUnchanged(fault) || typed.Length == 0 ? Unchanged : Unclear)} The bot's operator finds more "
                    + $"in its log."
            )
        );
        if (typed.Length is > 0 and <= MaxShown)
            card.Add($"What you typed:\n{Markdown.Escape(typed)}", isApart: true);
        return new Reply.Show(
            card.ToCard() with
            {
                File = typed.Length > MaxShown ? new CardFile("what-you-typed.txt", Encoding.UTF8.GetBytes(typed)) : null,
            },
            IsPrivate: true
        );
    }

    // What is written to a file that was deleted is gone with it.
    private static bool IsUnchanged(StorageException fault) => fault.NothingWritten || fault.Fault == StorageError.Gone;

    private static string Why(StorageError fault) =>
        fault switch
        {
            StorageError.DiskFull => "The bot's disk is full.",
            StorageError.Locked => "The bot's database is locked by another program.",
            StorageError.ReadOnly => "The bot's database can only be read now.",
            StorageError.Gone or StorageError.Missing => "The bot's database file is gone.",
            StorageError.Damaged => "The bot's database is damaged.",
            _ => "The bot's database cannot be used now.",
        };

    private static string Typed(Request request) =>
        string.Join(
            '\n',
            request
                .Fields.Concat(request.Options)
                .Where(pair => pair.Value.Length > 0)
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}: {pair.Value}")
        );
}
