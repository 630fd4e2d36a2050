using System.Collections.Immutable;
using System.Text;

namespace AiNewsBot.Chat.Cards;

/// <summary>Puts a card together within its limit: what does not fit is counted, never cut in the middle.</summary>
internal sealed class CardWriter(int? accent)
{
    private readonly ImmutableArray<CardBlock>.Builder _blocks = ImmutableArray.CreateBuilder<CardBlock>();
    private readonly ImmutableArray<CardButton>.Builder _buttons = ImmutableArray.CreateBuilder<CardButton>();
    private int _left = Card.MaxTextLength;
    private CardMenu? _menu;

    /// <summary>Adds lines as one block. Those that do not fit are left out; <paramref name="more"/> says how many.</summary>
    /// <param name="reserve">Characters to leave for the blocks behind.</param>
    public CardWriter Add(IReadOnlyList<string> lines, Func<int, string> more, bool isApart = false, int reserve = 0)
    {
        var room = _left - reserve;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var rest = lines.Count - i - 1;
            var needed = text.Length + 1 + lines[i].Length + (rest > 0 ? 1 + more(rest).Length : 0);
            if (needed > room)
            {
                var note = more(lines.Count - i);
                if (text.Length + 1 + note.Length <= room)
                    Append(text, note);
                break;
            }

            Append(text, lines[i]);
        }

        if (text.Length > 0)
        {
            _blocks.Add(new CardBlock(text.ToString(), isApart));
            _left -= text.Length;
        }

        return this;
    }

    /// <summary>Adds a text as one block.</summary>
    public CardWriter Add(string text, bool isApart = false) => Add([text], _ => "…", isApart);

    /// <summary>Adds a menu; a card has one at most.</summary>
    public CardWriter AddMenu(CardMenu menu)
    {
        _menu = menu;
        return this;
    }

    public CardWriter AddButton(string id, string label)
    {
        _buttons.Add(new CardButton(id, label));
        return this;
    }

    /// <summary>Adds a button that opens an address; nothing where it is too long for one.</summary>
    public CardWriter AddLinkButton(string url, string label)
    {
        if (url.Length <= CardButton.MaxUrlLength)
            _buttons.Add(new CardButton("", label) { Url = url });
        return this;
    }

    public Card ToCard() => new(accent, _blocks.ToImmutable(), _buttons.ToImmutable()) { Menu = _menu };

    private static void Append(StringBuilder text, string line)
    {
        if (text.Length > 0)
            text.Append('\n');
        text.Append(line);
    }
}
