using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.DatasetReading;

public sealed class CompiledDatasetTests
{
    private const string Digest = "d1";

    private static readonly Dataset Embedded = ShippedFacts.Dataset;

    [Fact]
    public void Compiled_dataset_says_what_its_files_say()
    {
        var read = CompiledDataset.TryRead(Compile(Embedded), Digest)!;

        Assert.Equal((Embedded.Version, Embedded.Released), (read.Version, read.Released));
        Assert.Equal(Embedded.Subjects.Select(Flat), read.Subjects.Select(Flat));
    }

    [Fact]
    public void Compiled_statements_have_the_ids_that_storage_knows_them_by()
    {
        var read = CompiledDataset.TryRead(Compile(Embedded), Digest)!;

        Assert.Equal(IdsOf(StatementIds.Assign(Embedded)), IdsOf(read));
        Assert.Equal(IdsOf(read).Length, IdsOf(read).Distinct().Count());
    }

    [Fact]
    public void Source_that_is_dead_and_dates_of_all_forms_survive()
    {
        var source = new Source(
            "https://a.example",
            "A",
            "B",
            SourceKind.Index,
            "§ 3",
            FactDate.Parse("2024"),
            "https://c.example",
            Day(3)
        );
        var subject = new Subject
        {
            Kind = SubjectKind.Family,
            Id = "a",
            Name = "A",
            Statements = [StatementOf(source, null, "2024-03"), StatementOf(source, "2024-03-11/2024-03-17", null)],
        };

        var read = CompiledDataset.TryRead(Compile(new Dataset(7, Day(1), [subject])), Digest)!;

        Assert.Equal(Flat(subject), Flat(read.Subjects.Single()));
        Assert.Equal(source, read.Subjects[0].Statements[0].Sources.Single());
    }

    [Fact]
    public void Statements_that_are_alike_are_counted_in_their_ids()
    {
        var source = new Source("https://a.example", "A", "B", SourceKind.FirstHand);
        var subject = new Subject
        {
            Kind = SubjectKind.Family,
            Id = "a",
            Name = "A",
            Statements = [StatementOf(source, "2024", null), StatementOf(source, "2024", null)],
        };

        var ids = IdsOf(StatementIds.Assign(new Dataset(1, Day(1), [subject])));

        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public void Dataset_of_another_digest_is_not_read() => Assert.Null(CompiledDataset.TryRead(Compile(Embedded), "d2"));

    [Fact]
    public void Dataset_that_was_cut_short_is_refused()
    {
        var file = Compile(Embedded);

        Assert.Throws<InvalidDataException>(() => CompiledDataset.TryRead(file.AsSpan(0, file.Length / 2), Digest));
    }

    private static byte[] Compile(Dataset dataset)
    {
        using var stream = new MemoryStream();
        CompiledDataset.Write(stream, dataset, Digest);
        return stream.ToArray();
    }

    private static Statement StatementOf(Source source, string? from, string? to) =>
        new()
        {
            Subject = "a",
            Property = "licence",
            Value = "MIT",
            ValidFrom = from is null ? null : FactDate.Parse(from),
            ValidTo = to is null ? null : FactDate.Parse(to),
            Sources = [source],
            VerifiedOn = Day(2),
        };

    private static DateOnly Day(int day) => new(2026, 11, day);

    private static string?[] IdsOf(Dataset dataset) =>
        [.. dataset.Subjects.SelectMany(subject => subject.Statements).Select(statement => statement.Id)];

    // Records with arrays compare by reference: flattened, they compare by what they hold.
    private static string Flat(Subject subject) =>
        $"{subject.Kind} {subject.Id} {subject.Name} {subject.Parent} {subject.About} {string.Join('|', subject.Aliases)} "
        + $"{string.Join('|', subject.Related)} {string.Join('|', subject.Asks)} {string.Join('|', subject.Details)}\n"
        + string.Join('\n', subject.Statements.Select(Flat));

    private static string Flat(Statement statement) =>
        $"{statement.Subject} {statement.Property} {statement.Value} {statement.ValidFrom} {statement.ValidTo} {statement.VerifiedOn} "
        + $"{statement.Note} {statement.Rank} {string.Join('|', statement.Qualifiers)} {string.Join('|', statement.Sources)}";
}
