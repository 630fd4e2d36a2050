using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Writes a compiled dataset: tables of what is common to many statements, then the subjects, which name their entries.</summary>
internal sealed class CompiledWriter : IDisposable
{
    private readonly Table<string> _texts = new(EqualityComparer<string>.Default);
    private readonly Table<FactDate> _dates = new(EqualityComparer<FactDate>.Default);
    private readonly Table<Source> _sources = new(EqualityComparer<Source>.Default);
    private readonly Table<ImmutableArray<Source>> _lists = new(
        EqualityComparer<ImmutableArray<Source>>.Create((one, other) => one.SequenceEqual(other), list => list[0].GetHashCode())
    );
    private readonly Table<ImmutableSortedDictionary<string, string>> _maps = new(
        EqualityComparer<ImmutableSortedDictionary<string, string>>.Create((one, other) => one!.SequenceEqual(other!), map => map.Count)
    );

    private readonly MemoryStream _content = new();
    private readonly BinaryWriter _body;

    public CompiledWriter() => _body = new BinaryWriter(_content);

    public void Write(Dataset dataset)
    {
        _body.Write7BitEncodedInt(dataset.Version);
        _body.Write7BitEncodedInt(dataset.Released.DayNumber);
        _body.Write7BitEncodedInt(dataset.Subjects.Length);
        foreach (var subject in dataset.Subjects)
            Write(subject);
    }

    /// <summary>Writes tables and subjects, in the order in which they are read.</summary>
    public void CopyTo(BinaryWriter writer)
    {
        // What later tables name must be in the earlier ones.
        var maps = WriteTable(_maps, WriteMap);
        var lists = WriteTable(_lists, (table, list) => WriteAll(table, list, source => _sources.IndexOf(source)));
        var sources = WriteTable(_sources, WriteSource);
        var dates = WriteTable(_dates, (table, date) => table.Write7BitEncodedInt(_texts.IndexOf(date.Text)));
        var texts = WriteTable(_texts, (table, text) => table.Write(text));
        foreach (var part in (ReadOnlySpan<MemoryStream>)[texts, dates, sources, lists, maps, _content])
            writer.Write(part.ToArray());
    }

    public void Dispose() => _body.Dispose();

    private void Write(Subject subject)
    {
        _body.Write((byte)subject.Kind);
        WriteText(_body, subject.Id);
        WriteText(_body, subject.Name);
        WriteText(_body, subject.Parent);
        WriteText(_body, subject.About);
        WriteTexts(subject.Aliases);
        _body.Write7BitEncodedInt(_maps.IndexOf(subject.Details));
        WriteTexts(subject.Related);
        WriteTexts(subject.Asks);
        _body.Write7BitEncodedInt(subject.Statements.Length);
        foreach (var statement in subject.Statements)
            Write(statement);
    }

    private void Write(Statement statement)
    {
        _body.Write(statement.Id!);
        WriteText(_body, statement.Property);
        WriteText(_body, statement.Value);
        WriteDate(_body, statement.ValidFrom);
        WriteDate(_body, statement.ValidTo);
        _body.Write7BitEncodedInt(_lists.IndexOf(statement.Sources));
        _body.Write7BitEncodedInt(statement.VerifiedOn.DayNumber);
        WriteText(_body, statement.Note);
        _body.Write((byte)statement.Rank);
        _body.Write7BitEncodedInt(_maps.IndexOf(statement.Qualifiers));
    }

    private void WriteSource(BinaryWriter writer, Source source)
    {
        WriteText(writer, source.Url);
        WriteText(writer, source.Title);
        WriteText(writer, source.Publisher);
        writer.Write((byte)source.Kind);
        WriteText(writer, source.Locator);
        WriteDate(writer, source.Published);
        WriteText(writer, source.Archived);
        writer.Write7BitEncodedInt(source.Dead is { } dead ? dead.DayNumber : 0);
    }

    private void WriteMap(BinaryWriter writer, ImmutableSortedDictionary<string, string> map)
    {
        writer.Write7BitEncodedInt(map.Count);
        foreach (var (name, value) in map)
        {
            WriteText(writer, name);
            WriteText(writer, value);
        }
    }

    private void WriteTexts(ImmutableArray<string> texts) => WriteAll(_body, texts, _texts.IndexOf);

    // Null is 0, and an entry of the table its index and 1.
    private void WriteText(BinaryWriter writer, string? text) => writer.Write7BitEncodedInt(text is null ? 0 : _texts.IndexOf(text) + 1);

    private void WriteDate(BinaryWriter writer, FactDate? date) =>
        writer.Write7BitEncodedInt(date is { } given ? _dates.IndexOf(given) + 1 : 0);

    private static void WriteAll<T>(BinaryWriter writer, ImmutableArray<T> values, Func<T, int> indexOf)
    {
        writer.Write7BitEncodedInt(values.Length);
        foreach (var value in values)
            writer.Write7BitEncodedInt(indexOf(value));
    }

    private static MemoryStream WriteTable<T>(Table<T> table, Action<BinaryWriter, T> write)
        where T : notnull
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write7BitEncodedInt(table.Entries.Count);
        foreach (var entry in table.Entries)
            write(writer, entry);
        return stream;
    }

    private sealed class Table<T>(IEqualityComparer<T> comparer)
        where T : notnull
    {
        private readonly Dictionary<T, int> _indexes = new(comparer);

        public List<T> Entries { get; } = [];

        public int IndexOf(T entry)
        {
            if (!_indexes.TryGetValue(entry, out var index))
            {
                _indexes.Add(entry, index = Entries.Count);
                Entries.Add(entry);
            }

            return index;
        }
    }
}
