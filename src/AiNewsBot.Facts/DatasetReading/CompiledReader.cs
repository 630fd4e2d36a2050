using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Reads what <see cref="CompiledWriter"/> wrote.</summary>
internal ref struct CompiledReader
{
    private ReadOnlySpan<byte> _rest;
    private string[] _texts = [];
    private FactDate[] _dates = [];
    private Source[] _sources = [];
    private ImmutableArray<Source>[] _lists = [];
    private ImmutableSortedDictionary<string, string>[] _maps = [];

    public CompiledReader(ReadOnlySpan<byte> file) => _rest = file;

    public Dataset ReadDataset()
    {
        _texts = new string[ReadInteger()];
        for (var i = 0; i < _texts.Length; i++)
            _texts[i] = ReadText();
        _dates = new FactDate[ReadInteger()];
        for (var i = 0; i < _dates.Length; i++)
            _dates[i] = FactDate.Parse(_texts[ReadInteger()]);
        _sources = new Source[ReadInteger()];
        for (var i = 0; i < _sources.Length; i++)
            _sources[i] = ReadSource();
        _lists = new ImmutableArray<Source>[ReadInteger()];
        for (var i = 0; i < _lists.Length; i++)
            _lists[i] = ReadEntries(_sources);
        _maps = new ImmutableSortedDictionary<string, string>[ReadInteger()];
        for (var i = 0; i < _maps.Length; i++)
            _maps[i] = ReadMap();
        var version = ReadInteger();
        var released = DateOnly.FromDayNumber(ReadInteger());
        var subjects = ImmutableArray.CreateBuilder<Subject>(ReadInteger());
        while (subjects.Count < subjects.Capacity)
            subjects.Add(ReadSubject());
        return new Dataset(version, released, subjects.MoveToImmutable());
    }

    public string ReadText() => Encoding.UTF8.GetString(Take(ReadInteger()));

    // The fields are read in the order in which they are written here.
    private Subject ReadSubject()
    {
        var subject = new Subject
        {
            Kind = (SubjectKind)ReadByte(),
            Id = ReadKnown()!,
            Name = ReadKnown()!,
            Parent = ReadKnown(),
            About = ReadKnown(),
            Aliases = ReadEntries(_texts),
            Details = _maps[ReadInteger()],
            Related = ReadEntries(_texts),
            Asks = ReadEntries(_texts),
        };
        var statements = ImmutableArray.CreateBuilder<Statement>(ReadInteger());
        while (statements.Count < statements.Capacity)
            statements.Add(ReadStatement(subject.Id));
        return subject with { Statements = statements.MoveToImmutable() };
    }

    private Statement ReadStatement(string subject) =>
        new()
        {
            Subject = subject,
            Id = ReadText(),
            Property = ReadKnown()!,
            Value = ReadKnown()!,
            ValidFrom = ReadDate(),
            ValidTo = ReadDate(),
            Sources = _lists[ReadInteger()],
            VerifiedOn = DateOnly.FromDayNumber(ReadInteger()),
            Note = ReadKnown(),
            Rank = (Rank)ReadByte(),
            Qualifiers = _maps[ReadInteger()],
        };

    private Source ReadSource() =>
        new(
            ReadKnown()!,
            ReadKnown()!,
            ReadKnown()!,
            (SourceKind)ReadByte(),
            ReadKnown(),
            ReadDate(),
            ReadKnown(),
            ReadInteger() is > 0 and var dead ? DateOnly.FromDayNumber(dead) : null
        );

    private ImmutableSortedDictionary<string, string> ReadMap()
    {
        var map = ImmutableSortedDictionary<string, string>.Empty;
        for (var left = ReadInteger(); left > 0; left--)
            map = map.Add(ReadKnown()!, ReadKnown()!);
        return map;
    }

    private FactDate? ReadDate() => ReadInteger() is > 0 and var number ? _dates[number - 1] : null;

    private string? ReadKnown() => ReadInteger() is > 0 and var number ? _texts[number - 1] : null;

    private ImmutableArray<T> ReadEntries<T>(T[] table)
    {
        var entries = ImmutableArray.CreateBuilder<T>(ReadInteger());
        while (entries.Count < entries.Capacity)
            entries.Add(table[ReadInteger()]);
        return entries.MoveToImmutable();
    }

    private int ReadInteger()
    {
        var value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = ReadByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw Damaged();
    }

    private byte ReadByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_rest.Length)
            throw Damaged();
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static InvalidDataException Damaged() => new("the compiled dataset is damaged");
}
