using System.Text;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Storage;

namespace AiNewsBot.Chat.Routing;

/// <summary>What the one who asked sees when the database cannot be used: why, whether anything was changed, and what they typed, so that
/// it is not lost.</summary>
internal static class StorageReply
{
    private const int MaxShown = 3000;

    public static Reply Create(StorageException fault, Request request)
    {
        if (request.Kind == RequestKind.Autocomplete)
            return new Reply.Autocomplete([]);
        var typed = Typed(request);
        var texts = request.Texts;
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(
            Markdown.Escape(
                $"{texts[Why(fault.Fault)]} "
                    + $"{texts[IsUnchanged(fault) || typed.Length == 0 ? "error.unchanged" : "storage.unclear"]} "
                    + texts["storage.operator"]
            )
        );
        if (typed.Length is > 0 and <= MaxShown)
            card.Add($"{texts["storage.typed"]}\n{Markdown.Escape(typed)}", isApart: true);
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
            StorageError.DiskFull => "storage.full",
            StorageError.Locked => "storage.locked",
            StorageError.ReadOnly => "storage.read_only",
            StorageError.Gone or StorageError.Missing => "storage.gone",
            StorageError.Damaged => "storage.damaged",
            _ => "storage.unusable",
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
