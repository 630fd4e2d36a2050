namespace AiNewsBot.Curation.Forms;

/// <summary>What sending a form of a fact does.</summary>
internal enum FormPurpose
{
    /// <summary>Changes or adds a fact.</summary>
    Edit = 0,

    /// <summary>Suggests it to those who may.</summary>
    Suggest = 1,

    /// <summary>Edits a suggestion and approves it.</summary>
    Approve = 2,
}
