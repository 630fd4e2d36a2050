using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Review;
using AiNewsBot.Curation.Transfer;

namespace AiNewsBot.Tests.Curation.Forms;

/// <summary>What is written into forms is kept until it is done, for the one who wrote it; and the ids of forms and buttons come back from
/// outside, where they may be anything.</summary>
public sealed class DraftStoreTests : IAsyncLifetime
{
    private static readonly Layer Here = new(CurationStorage.Here);
    private static readonly FormTarget Target = new(FormPurpose.Edit, IsGlobal: false) { Subject = "quartz-2", Property = "licence" };
    private CurationStorage _facts = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DraftStore Drafts => _facts.Drafts;

    public async ValueTask InitializeAsync() => _facts = await CurationStorage.CreateAsync();

    public ValueTask DisposeAsync() => _facts.DisposeAsync();

    [Fact]
    public async Task Draft_is_found_by_its_writer_as_it_was_written()
    {
        var fields = new FactFields("MIT", "2024", "2025", "https://press.example.org", "Because")
        {
            By = "Lumen",
            Due = "2027",
            Text = "Name it",
        };

        var draft = await Drafts.SaveAsync(Here, "7", Target, fields, Cancelled);

        Assert.Equal(fields, (await Drafts.FindAsync(draft.Id, "7", Cancelled))!.Fields);
        Assert.Null(await Drafts.FindAsync(draft.Id, "8", Cancelled));
    }

    [Fact]
    public async Task Draft_that_is_written_on_stays_one()
    {
        var first = await Drafts.SaveAsync(Here, "7", Target, Written("one"), Cancelled);

        var second = await Drafts.SaveAsync(Here, "7", Target with { Draft = first.Id }, Written("two"), Cancelled);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal("two", (await Drafts.FindAsync(first.Id, "7", Cancelled))!.Fields.Value);
    }

    // The draft's id is part of a form's id: that of another must not be written over.
    [Fact]
    public async Task Draft_of_another_is_not_written_over()
    {
        var theirs = await Drafts.SaveAsync(Here, "8", Target, Written("theirs"), Cancelled);

        var mine = await Drafts.SaveAsync(Here, "7", Target with { Draft = theirs.Id }, Written("mine"), Cancelled);

        Assert.NotEqual(theirs.Id, mine.Id);
        Assert.Equal("theirs", (await Drafts.FindAsync(theirs.Id, "8", Cancelled))!.Fields.Value);
    }

    [Fact]
    public async Task Latest_twenty_of_a_writer_are_kept_and_all_of_others()
    {
        var other = await Drafts.SaveAsync(Here, "8", Target, Written("theirs"), Cancelled);
        var drafts = new List<FormDraft>();
        for (var i = 0; i < 22; i++)
        {
            _facts.Time.Advance(TimeSpan.FromSeconds(1));
            drafts.Add(await Drafts.SaveAsync(Here, "7", Target, Written($"{i}"), Cancelled));
        }

        Assert.Null(await Drafts.FindAsync(drafts[1].Id, "7", Cancelled));
        Assert.NotNull(await Drafts.FindAsync(drafts[2].Id, "7", Cancelled));
        Assert.NotNull(await Drafts.FindAsync(other.Id, "8", Cancelled));
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData("", false, false)]
    [InlineData("s1", false, true)]
    [InlineData("s1", true, false)]
    public async Task Latest_draft_is_offered_for_the_same_purpose_property_and_kind(string statement, bool isNew, bool isFound)
    {
        await Drafts.SaveAsync(Here, "7", Target with { Statement = statement }, Written("before"), Cancelled);
        _facts.Time.Advance(TimeSpan.FromSeconds(1));
        await Drafts.SaveAsync(Here, "7", Target with { Statement = statement }, Written("latest"), Cancelled);
        await Drafts.SaveAsync(Here, "7", Target with { Property = "weights" }, Written("of another property"), Cancelled);
        await Drafts.SaveAsync(Here, "7", Target with { Purpose = FormPurpose.Suggest }, Written("of another purpose"), Cancelled);
        await Drafts.SaveAsync(new Layer(CurationStorage.There), "7", Target, Written("of another server"), Cancelled);

        Assert.Equal(isFound ? "latest" : null, (await Drafts.FindAsync(Here, "7", Target, isNew, Cancelled))?.Fields.Value);
    }

    [Fact]
    public async Task Rebased_draft_keeps_its_text_and_dropped_one_is_gone_for_its_writer_alone()
    {
        var draft = await Drafts.SaveAsync(Here, "7", Target with { Statement = "s1", Base = 1 }, Written("mine"), Cancelled);

        await Drafts.RebaseAsync(draft, draft.Target with { Base = 5 }, Cancelled);
        await Drafts.DropAsync(draft.Id, "8", Cancelled);
        var kept = (await Drafts.FindAsync(draft.Id, "7", Cancelled))!;
        Assert.Equal((5, "mine"), (kept.Target.Base, kept.Fields.Value));
        await Drafts.DropAsync(draft.Id, "7", Cancelled);

        Assert.Null(await Drafts.FindAsync(draft.Id, "7", Cancelled));
    }

    [Theory]
    [InlineData(FormPurpose.Edit, true)]
    [InlineData(FormPurpose.Suggest, false)]
    [InlineData(FormPurpose.Approve, false)]
    public void Target_of_a_form_is_read_as_it_was_written(object purpose, bool isGlobal)
    {
        var target = new FormTarget((FormPurpose)purpose, isGlobal)
        {
            Subject = "quartz-2",
            Property = "code.licence",
            Statement = "0123456789abcdef0123",
            Base = 4711,
            Suggestion = 17,
            Draft = "0123456789abcdef",
        };

        Assert.Equal(target, FormTarget.Parse(target.Format()));
        Assert.True(target.Id.Length <= ButtonId.MaxLength, target.Id);
        Assert.Equal(target with { Subject = "", Property = "" }, FormTarget.Parse(ButtonId.Parse(target.Id).Argument));
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("~0|s|a|b|c|1")]
    [InlineData("~0|s|a|b|c|1|2|3|4")]
    [InlineData("~9|s|a|b|c|1|2|")]
    [InlineData("~Delete|s|a|b|c|1|2|")]
    [InlineData("~0|s|a|b|c|x|2|")]
    [InlineData("~0|s|a|b|c|1|-2|")]
    [InlineData("~0|s|a|b|c|99999999999999999999|2|")]
    public void Form_from_elsewhere_has_no_target(string argument) => Assert.Null(FormTarget.Parse(argument));

    [Fact]
    public void Ids_of_buttons_are_read_as_they_were_written_and_fit_the_limit()
    {
        const string statement = "0123456789abcdef0123";
        const string subject = "a-name-of-a-model-as-long-as-they-come-30b-a3b";
        string[] ids =
        [
            Back(new StatementButton(true, statement, "0123456789abcdef"), one => one.Format(FactButtonIds.Retract), StatementButton.Parse),
            Back(new SuggestionButton(17, 4711), one => one.Format(FactButtonIds.Approve), SuggestionButton.Parse),
            Back(new SeenButton(statement, long.MaxValue), one => one.Format(FactButtonIds.Overwrite), SeenButton.Parse),
            Back(new FactHistoryButton(false, subject, "inference_code.licence", 4711), one => one.Id, FactHistoryButton.Parse),
            Back(new VerifyButton(true, statement, long.MaxValue, "2026-11-29"), one => one.Id, VerifyButton.Parse),
            Back(new ImportButton(true, "0123456789abcdef"), one => one.Id, ImportButton.Parse),
            Back(new StalePlace("2026-11-29", statement), one => one.Id, StalePlace.Parse),
        ];

        Assert.All(ids, id => Assert.InRange(id.Length, 1, ButtonId.MaxLength));
    }

    [Theory]
    [InlineData("")]
    [InlineData("~x")]
    [InlineData("~1|2|3|4|5|6")]
    [InlineData("a|b|c|d|e")]
    [InlineData("~|||x|")]
    public void Ids_from_elsewhere_are_no_button(string argument)
    {
        Assert.Null(FactHistoryButton.Parse(argument));
        Assert.Null(VerifyButton.Parse(argument));
        Assert.Null(SeenButton.Parse(argument));
        Assert.Null(SuggestionButton.Parse(argument));
        Assert.Equal(StalePlace.Beginning, StalePlace.Parse(argument));
    }

    [Fact]
    public async Task File_that_waits_is_the_one_that_its_editor_sent_last()
    {
        var imports = new PendingImports(_facts.Database, _facts.Time);
        var first = await imports.SaveAsync(Here, "7", "one"u8.ToArray(), Cancelled);
        var theirs = await imports.SaveAsync(Here, "8", "theirs"u8.ToArray(), Cancelled);
        var second = await imports.SaveAsync(Here, "7", "two"u8.ToArray(), Cancelled);

        Assert.Equal(RefusalCode.ImportReplaced, (await imports.FindAsync(first, Here, "7", Cancelled)).Fault!.Code);
        Assert.Equal("two", System.Text.Encoding.UTF8.GetString((await imports.FindAsync(second, Here, "7", Cancelled)).File!));
        Assert.Equal(RefusalCode.ImportOfAnother, (await imports.FindAsync(theirs, Here, "7", Cancelled)).Fault!.Code);
        Assert.Equal(RefusalCode.ImportReplaced, (await imports.FindAsync(second, Layer.Global, "7", Cancelled)).Fault!.Code);
    }

    [Fact]
    public async Task File_that_was_imported_says_as_which_revisions()
    {
        var imports = new PendingImports(_facts.Database, _facts.Time);
        var id = await imports.SaveAsync(Here, "7", "one"u8.ToArray(), Cancelled);
        await _facts.ExecuteAsync(
            "INSERT INTO revisions (number, layer, statement, subject, property, kind, content, together, made_at) VALUES "
                + "(91, @Here, 's', 'quartz-2', 'licence', 'edit', '{}', @mark, 1), "
                + "(93, @Here, 's', 'quartz-2', 'licence', 'edit', '{}', @mark, 1)",
            new { CurationStorage.Here, mark = PendingImports.MarkOf(id) }
        );
        await _facts.Database.TryWriteAsync(
            async connection =>
            {
                await PendingImports.DropAsync(connection, id);
                return true;
            },
            _ => true,
            Cancelled
        );

        var (_, fault) = await imports.FindAsync(id, Here, "7", Cancelled);

        Assert.Equal((RefusalCode.ImportDone, "91", "93"), (fault!.Code, fault.Parameters[0], fault.Parameters[1]));
        await Assert.ThrowsAsync<AlreadyImportedException>(() =>
            _facts.Database.TryWriteAsync(
                async connection =>
                {
                    await PendingImports.DropAsync(connection, id);
                    return true;
                },
                _ => true,
                Cancelled
            )
        );
    }

    private static string Back<T>(T button, Func<T, string> format, Func<string, T?> parse)
        where T : class
    {
        var id = format(button);
        Assert.Equal(button, parse(ButtonId.Parse(id).Argument));
        return id;
    }

    private static FactFields Written(string value) => new(value, null, null, null, null);
}
