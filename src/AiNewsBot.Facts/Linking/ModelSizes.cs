using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Linking;

/// <summary>The sizes in which a release comes, in billions of parameters, as its size, name and other names say.</summary>
internal sealed partial class ModelSizes
{
    private const double Rounding = 0.06;

    private readonly ImmutableArray<double> _sizes;
    private readonly bool _isRange;
    private readonly ImmutableArray<string> _written;

    private ModelSizes(Release release, ImmutableArray<Release> variants)
    {
        var size = release.Subject.Details.GetValueOrDefault(DetailNames.Size, "");
        _sizes =
        [
            .. release
                .Subject.Aliases.Prepend(release.Name)
                .Prepend(size)
                .Concat(variants.Select(variant => $"{variant.Name}, {variant.Subject.Details.GetValueOrDefault(DetailNames.Size, "")}"))
                .SelectMany(text => Size().Matches(text))
                .Select(BillionsOf)
                .Distinct(),
        ];
        _written =
        [
            .. release
                .Subject.Aliases.Prepend(release.Name)
                .Prepend(size)
                .SelectMany(text => Size().Matches(text))
                .Select(match => match.Value),
        ];
        _isRange = size.Contains(" to ", StringComparison.Ordinal) || size.Contains("up to", StringComparison.Ordinal);
        AreAll = Several().IsMatch(release.Name);
        AreSeveral =
            _isRange
            || _sizes.Length > 1 && (size.Contains(" and ", StringComparison.Ordinal) || size.Contains(',') || !variants.IsEmpty)
            || AreAll;
    }

    /// <summary>Whether any size is told.</summary>
    public bool IsKnown => !_sizes.IsEmpty;

    /// <summary>Whether it comes in more than one.</summary>
    public bool AreSeveral { get; }

    /// <summary>Whether its name says that all sizes are it.</summary>
    public bool AreAll { get; }

    /// <summary>The sizes of a release and its variants.</summary>
    public static ModelSizes Create(Release release, ImmutableArray<Release> variants) => new(release, variants);

    /// <summary>Whether a size such as 7b or 8x22b may be one of them: where one
    /// alone is told, what is not far from it may be that.</summary>
    public bool Includes(string text)
    {
        if (Size().Match(text) is not { Success: true } match)
            return false;

        // 9x7B is no rounding of 8x7B: of experts, each number counts as it is written.
        if (match.Groups["times"].Success)
            return _written.Contains(match.Value, StringComparer.OrdinalIgnoreCase);
        var size = BillionsOf(match);
        if (_isRange && size <= _sizes.Max() * (1 + Rounding) && (_sizes.Length == 1 || size >= _sizes.Min() * (1 - Rounding)))
            return true;
        return _sizes.Any(known => Math.Abs(known - size) <= Rounding * known) || AreSeveral && !_isRange && _sizes.Length < 2;
    }

    private static double BillionsOf(Match match)
    {
        var number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var times = match.Groups["times"] is { Success: true } group ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 1;
        return times
            * (
                char.ToLowerInvariant(match.Groups["unit"].Value[0]) switch
                {
                    'm' => number / 1000,
                    't' => number * 1000,
                    _ => number,
                }
            );
    }

    [GeneratedRegex(@"(?<![\w.])e?((?<times>\d+)x)?(?<number>\d+(\.\d+)?)(?<unit>[bmt])(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"\((all|.* and ).*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Several();
}
