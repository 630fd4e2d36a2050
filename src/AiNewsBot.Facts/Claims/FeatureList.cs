using AiNewsBot.Facts.Linking;

namespace AiNewsBot.Facts.Claims;

/// <summary>Collects hashed features; what has no room is left out.</summary>
internal ref struct FeatureList(Span<uint> room)
{
    private readonly Span<uint> _room = room;
    private int _count;

    public readonly ReadOnlySpan<uint> Features => _room[.._count];

    public void Add(uint template, uint one, uint other = 0)
    {
        if (_count < _room.Length)
            _room[_count++] = FeatureHash.Mix(template, one, other);
    }

    /// <summary>Adds the groups that a unit is of.</summary>
    public void AddGroups(ClaimMessage message, int unit, uint template)
    {
        if (unit < 0 || unit >= message.Groups.Length)
            return;
        foreach (var group in message.Groups[unit])
            Add(template, group);
    }

    /// <summary>Adds the units before and behind some, alone, in pairs, and with what is between them.</summary>
    public void AddAround(ClaimMessage message, int start, int end, uint template, uint key)
    {
        var (before, behind) = (message.HashAt(start - 1), message.HashAt(end));
        Add(template, before);
        Add(template + 1, behind);
        Add(template + 2, before, message.HashAt(start - 2));
        Add(template + 3, behind, message.HashAt(end + 1));
        Add(template + 4, before, key);
        Add(template + 5, behind, key);
        Add(template + 6, before, behind);
    }
}
