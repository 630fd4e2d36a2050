using System.Collections.Concurrent;
using System.Text.Json;
using DiscordSimulator.Rest;

namespace DiscordSimulator.Interactions;

/// <summary>Interactions that users began, until they are answered: three seconds
/// for the first answer, and one first answer only.</summary>
internal sealed class PendingInteractions(FakeDiscordOptions options)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Pending> _pending = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, int>> _forms = new();

    /// <summary>Begins one.</summary>
    public Pending Begin(int type)
    {
        var pending = new Pending(IdGenerator.Next(), Guid.NewGuid().ToString("N"), type, options.Time.GetTimestamp());
        _pending[pending.Token] = pending;
        return pending;
    }

    /// <summary>The type of a form's control, by the ids of both; null where the form was shown elsewhere.</summary>
    public int? FindControl(string form, string field) =>
        _forms.TryGetValue(form, out var controls) && controls.TryGetValue(field, out var type) ? type : null;

    /// <summary>One leaves for the bot.</summary>
    public void Leaves(Pending pending) => pending.Left = options.Time.GetTimestamp();

    /// <summary>Takes a first answer.</summary>
    public SimulatedResponse Accept(
        string id,
        string token,
        JsonElement reply,
        IReadOnlyList<SentFile> files,
        long at,
        Func<int, JsonElement, string?>? check,
        Func<string, SimulatedResponse> refuse
    )
    {
        if (!_pending.TryGetValue(token, out var pending) || pending.Id != id)
            return SimulatedResponse.Error(404, 10062, "Unknown interaction");
        if (options.Time.GetElapsedTime(pending.Began, at) > Deadline)
        {
            pending.Late();
            return SimulatedResponse.Error(404, 10062, "Unknown interaction");
        }

        if (check?.Invoke(pending.Type, reply) is { } fault)
            return refuse(fault);
        if (!pending.TryAcknowledge())
            return SimulatedResponse.Error(400, 40060, "Interaction has already been acknowledged.");
        var type = reply.GetProperty("type").GetInt32();
        if (type is 5 or 6)
            pending.Deferred(
                reply.TryGetProperty("data", out var data) && data.TryGetProperty("flags", out var flags) && (flags.GetInt32() & 64) != 0
            );
        else
            Answered(pending, SimulatedReply.From(type, reply, files, options.Time.GetElapsedTime(pending.Left, at)));
        return SimulatedResponse.NoContent;
    }

    /// <summary>Takes the answer that was announced.</summary>
    public SimulatedResponse Edit(string token, JsonElement message, IReadOnlyList<SentFile> files, long at)
    {
        if (!_pending.TryGetValue(token, out var pending))
            return SimulatedResponse.Error(404, 10015, "Unknown Webhook");
        Answered(pending, SimulatedReply.FromEdit(message, files, pending.IsPrivate, options.Time.GetElapsedTime(pending.Left, at)));
        return SimulatedResponse.Ok($$"""{"id":"{{IdGenerator.Next()}}"}""");
    }

    private void Answered(Pending pending, SimulatedReply reply)
    {
        if (options.Remembers && reply.FormId is { } form)
            _forms[form] = reply.Controls;
        pending.Answered(reply);
        if (!options.Remembers)
            _pending.TryRemove(pending.Token, out _);
    }
}
