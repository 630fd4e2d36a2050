using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Collects the pictures of a text that show something, with what is said about them.</summary>
internal sealed partial class PictureCollector
{
    private const int MaxCaptionLength = 300;
    private const int MaxSignLength = 8;

    private readonly List<EntryPicture> _pictures = [];
    private readonly StringBuilder _caption = new();
    private string? _base;
    private bool _isInCaption;

    public IReadOnlyList<EntryPicture> All => _pictures;

    /// <summary>Whether the text that comes is about the last picture.</summary>
    public bool IsInCaption
    {
        get => _isInCaption;
        set
        {
            if (_isInCaption && !value)
                EndCaption();
            _isInCaption = value;
        }
    }

    public void Begin(string? @base)
    {
        _pictures.Clear();
        _caption.Clear();
        (_base, _isInCaption) = (@base, false);
    }

    /// <summary>Adds the picture of a tag, if it has one to show.</summary>
    /// <returns>What the picture stands for, where it is a sign within the text such as an emoji; null for a picture.</returns>
    public string? Add(string name, TagAttributes attributes)
    {
        if (name.Equals("img", StringComparison.OrdinalIgnoreCase))
        {
            var alternative = attributes["alt"]?.Trim();
            if (alternative is { Length: > 0 and <= MaxSignLength } && !alternative.Any(char.IsLetterOrDigit))
                return alternative;
            Add(
                SourceOf(attributes),
                string.IsNullOrEmpty(alternative) ? attributes["title"] : alternative,
                PixelsOf(attributes["width"]),
                PixelsOf(attributes["height"])
            );
        }
        else if (
            name.Equals("iframe", StringComparison.OrdinalIgnoreCase)
            && attributes["src"] is { } source
            && Video().Match(source) is { Success: true } video
        )
        {
            Add($"https://i.ytimg.com/vi/{video.Groups[1].Value}/hqdefault.jpg", attributes["title"], 480, 360);
        }

        return null;
    }

    /// <summary>Takes text that is a caption; false where it is not.</summary>
    public bool TryAddCaption(ReadOnlySpan<char> text, bool isApart)
    {
        // A caption that nothing ends is not the rest of the text.
        if (_caption.Length > MaxCaptionLength)
            IsInCaption = false;
        if (!_isInCaption)
            return false;
        if (isApart && _caption.Length > 0)
            _caption.Append(' ');
        _caption.Append(text);
        return true;
    }

    private void Add(string? source, string? alternative, int? width, int? height)
    {
        if (string.IsNullOrWhiteSpace(source) || _pictures.Count == FeedLimits.Pictures)
            return;
        var picture = new EntryPicture(
            UriReference.Resolve(_base, source),
            string.IsNullOrWhiteSpace(alternative) ? null : alternative.Trim(),
            width,
            height
        );
        if (PictureRules.Shows(picture, null) && !_pictures.Exists(one => one.Url == picture.Url))
            _pictures.Add(picture);
    }

    private void EndCaption()
    {
        if (_caption.Length > 0 && _pictures.Count > 0 && _pictures[^1] is { Alternative: null } last)
            _pictures[^1] = last with { Alternative = _caption.ToString() };
        _caption.Clear();
    }

    // Pages that load pictures late name the real one elsewhere than browsers look first.
    private static string? SourceOf(TagAttributes attributes) =>
        attributes["src"] is { Length: > 0 } source && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            ? source
            : attributes["data-src"] ?? attributes["srcset"]?.Split([' ', ','], 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    internal static int? PixelsOf(string? text) =>
        text is not null
        && double.TryParse(
            text.Trim().Replace("px", "", StringComparison.OrdinalIgnoreCase),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var pixels
        )
        && pixels < 100_000
            ? (int)pixels
            : null;

    [GeneratedRegex(
        @"^(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([A-Za-z0-9_-]{11})(?:$|[?#/])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Video();
}
