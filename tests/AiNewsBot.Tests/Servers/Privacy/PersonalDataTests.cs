using System.Text.Json;

namespace AiNewsBot.Tests.Servers.Privacy;

/// <summary>What is kept of a person is told and erased in every table, and nothing of others is.</summary>
public sealed class PersonalDataTests : IAsyncLifetime
{
    private ErasureRig _rig = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await ErasureRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Id_of_a_person_who_is_erased_is_in_no_table()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        Assert.NotEmpty(await _rig.TablesWithAsync(ErasureRig.Me));

        Assert.True(await _rig.Personal.ForgetAsync(ErasureRig.Me, Cancelled) > 0);

        Assert.Empty(await _rig.TablesWithAsync(ErasureRig.Me));
    }

    [Fact]
    public async Task Erasing_one_person_leaves_what_others_did()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        await _rig.FillAsync(ErasureRig.There, ErasureRig.Other);
        var before = await _rig.TablesWithAsync(ErasureRig.Other);

        await _rig.Personal.ForgetAsync(ErasureRig.Me, Cancelled);

        Assert.Equal(before, await _rig.TablesWithAsync(ErasureRig.Other));
        Assert.Equal(0, await _rig.Personal.ForgetAsync(ErasureRig.Me, Cancelled));
    }

    [Fact]
    public async Task Edits_and_settings_of_an_erased_person_stay_without_them_and_their_open_suggestion_is_withdrawn()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);

        await _rig.Personal.ForgetAsync(ErasureRig.Me, Cancelled);

        Assert.Equal(1, await _rig.CountAsync("revisions WHERE editor IS NULL"));
        Assert.Equal(1, await _rig.CountAsync("subscriptions WHERE is_active = 1"));
        Assert.Equal(1, await _rig.CountAsync("server_feeds"));
        Assert.Equal(["withdrawn"], await _rig.ListAsync("SELECT state FROM suggestions"));
        Assert.Equal(0, await _rig.CountAsync("drafts") + await _rig.CountAsync("imports"));
    }

    // A table that holds the id and is not shown would be kept from the one whose id it is.
    [Fact]
    public async Task File_of_a_person_shows_each_row_that_holds_their_id()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        await _rig.FillAsync(ErasureRig.There, ErasureRig.Other);

        using var file = JsonDocument.Parse(await _rig.Personal.ExportAsync(ErasureRig.Me, Cancelled));

        Assert.Equal(ErasureRig.Me, file.RootElement.GetProperty("user").GetString());
        var lists = file
            .RootElement.EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.Array && field.Name != "votes")
            .ToArray();
        Assert.All(lists, list => Assert.True(list.Value.GetArrayLength() == 1, list.Name));

        // Suggestions that they made and decided are two lists of one table; what they follow for themselves, and were sent
        // by it, is beside what they made a server follow.
        Assert.Equal((await _rig.TablesWithAsync(ErasureRig.Me)).Length + 3, lists.Length);
        Assert.Equal("2026-11-29T10:00:00+00:00", file.RootElement.GetProperty("edits")[0].GetProperty("made_at").GetString());
    }

    [Fact]
    public async Task Person_without_data_gets_empty_lists()
    {
        await _rig.FillAsync(ErasureRig.There, ErasureRig.Other);

        using var file = JsonDocument.Parse(await _rig.Personal.ExportAsync(ErasureRig.Me, Cancelled));

        Assert.All(
            file.RootElement.EnumerateObject().Where(field => field.Name != "user"),
            list => Assert.Equal(0, list.Value.GetArrayLength())
        );
    }
}
