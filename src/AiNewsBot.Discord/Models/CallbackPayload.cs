namespace AiNewsBot.Discord.Models;

/// <summary>The first answer to an interaction, as Discord takes it.</summary>
internal sealed record CallbackPayload<T>(int Type, T Data);

/// <summary>Says that a message follows, or that one will change. Who will see it is settled here.</summary>
internal sealed record DeferralPayload(int Type, DeferralFlags? Data)
{
    private const int Message = 5;
    private const int Update = 6;

    public static DeferralPayload From(Deferral deferral) =>
        new(
            deferral == Deferral.Update ? Update : Message,
            deferral == Deferral.PrivateMessage ? new DeferralFlags(MessagePayload.Ephemeral) : null
        );
}

/// <summary>The flags of the message that follows.</summary>
internal sealed record DeferralFlags(int Flags);
