using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HistoryLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_PersonId_Id",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_RecordId_Id",
                table: "History");

            migrationBuilder.CreateIndex(
                name: "IX_History_At_Id",
                table: "History",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_History_PersonId_At_Id",
                table: "History",
                columns: new[] { "PersonId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_History_RecordId_At_Id",
                table: "History",
                columns: new[] { "RecordId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_CreatedAt",
                table: "Batches",
                column: "CreatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_At_Id",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_PersonId_At_Id",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_RecordId_At_Id",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_Batches_CreatedAt",
                table: "Batches");

            migrationBuilder.CreateIndex(
                name: "IX_History_PersonId_Id",
                table: "History",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_History_RecordId_Id",
                table: "History",
                columns: new[] { "RecordId", "Id" });
        }
    }
}
